"use client";

import { useEffect, useRef, type ReactNode } from "react";

type MenuProps = {
  /** What the button shows; give it words or an accessible label. */
  label: ReactNode;
  /** Accessible name where the label's text does not say it. */
  name?: string;
  children: ReactNode;
  side?: "start" | "end";
  className?: string;
  buttonClassName?: string;
};

/** A disclosure with links and buttons in it; opens without JavaScript, closes on Escape, outside press and choice. */
export function Menu({ label, name, children, side = "end", className = "w-64", buttonClassName = "btn" }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: PointerEvent | FocusEvent) => {
      const menu = ref.current;
      if (!menu?.open || !(event.target instanceof Node) || menu.contains(event.target)) return;
      // A press on plain text in the menu gives the focus to whatever around it takes one: that is no leaving.
      if (event.type === "focusin" && event.target.contains(menu)) return;
      menu.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  const close = (refocus: boolean) => {
    const menu = ref.current;
    if (!menu?.open) return;
    menu.open = false;
    if (refocus) menu.querySelector("summary")?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape belongs to the whole disclosure
    <details
      ref={ref}
      className="relative min-w-0"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !ref.current?.open) return;
        event.stopPropagation();
        close(true);
      }}
    >
      <summary
        aria-label={name}
        data-tone="quiet"
        className={`list-none [&::-webkit-details-marker]:hidden ${buttonClassName}`}
      >
        {label}
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- closes after the choice a child made */}
      <div
        className={`overlay arrive absolute z-40 mt-1.5 max-w-[calc(100vw-1.5rem)] p-1.5 ${side === "end" ? "right-0" : "left-0"} ${className}`}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest("a, [data-closes]")) close(false);
        }}
      >
        {children}
      </div>
    </details>
  );
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="text-caption text-ink-muted px-2.5 pt-1.5 pb-1 font-medium">{children}</p>;
}

export function MenuRule() {
  return <hr className="border-line my-1.5" />;
}
