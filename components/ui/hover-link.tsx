"use client";

import Link from "next/link";
import { useState, type ComponentProps } from "react";

/** Fetches the page ahead on hover or focus, not for every row in sight. */
export function HoverLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  return <Link {...props} prefetch={near} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)} />;
}
