import type { ComponentProps, ReactNode } from "react";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "regular" | "large";

export type ButtonLook = { tone?: ButtonTone | undefined; size?: ButtonSize | undefined; square?: boolean | undefined };

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean | undefined; children: ReactNode };

/** `busy` keeps the button focusable and swallows presses, so that work is never started twice. */
export function Button({
  tone = "plain",
  size,
  square,
  busy,
  className = "",
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`btn ${className}`}
      data-tone={tone}
      data-size={size}
      data-square={square || undefined}
      data-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
