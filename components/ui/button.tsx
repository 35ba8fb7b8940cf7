import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "regular" | "large";

type Look = { tone?: ButtonTone | undefined; size?: ButtonSize | undefined; square?: boolean | undefined };

type ButtonProps = ComponentProps<"button"> & Look & { busy?: boolean | undefined; children: ReactNode };

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

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

export function ButtonLink({ tone = "plain", size, square, className = "", ...rest }: ButtonLinkProps) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={`btn ${className}`}
      data-tone={tone}
      data-size={size}
      data-square={square || undefined}
    />
  );
}
