"use client";

import Link from "next/link";
import { type ComponentProps, useEffect, useRef, useState } from "react";

/** Longer than a pointer on its way elsewhere stays on a row, shorter than it takes to make up one's mind. */
const DWELL_MS = 80;

/**
 * Fetches the page ahead once a pointer or the focus rests on the link: not for every row in sight or crossed, and
 * never in the moment of the press, where it would only compete with going there.
 */
export function HoverLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = () => clearTimeout(waiting.current);
  const approach = () => {
    leave();
    waiting.current = setTimeout(() => setNear(true), DWELL_MS);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <Link
      {...props}
      prefetch={near}
      onPointerEnter={approach}
      onPointerLeave={leave}
      onPointerDown={leave}
      onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && approach()}
      onBlur={leave}
    />
  );
}
