"use client";

import type { ReactNode } from "react";

type SoftLinkProps = {
  href: string;
  onFollow: () => void;
  className?: string;
  label?: string;
  title?: string;
  children: ReactNode;
};

/** A real link that changes the list in place; with a modifier, or without JavaScript, it is followed as usual. */
export function SoftLink({ href, onFollow, className, label, title, children }: SoftLinkProps) {
  return (
    <a
      href={href}
      className={className}
      aria-label={label}
      title={title}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        onFollow();
      }}
    >
      {children}
    </a>
  );
}
