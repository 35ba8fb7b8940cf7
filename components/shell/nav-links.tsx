"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { address } from "@/components/ui/address";

const entries: readonly { href: Route; label: string; also?: string }[] = [
  { href: address("/catalog"), label: "Catalog", also: "/products" },
  { href: address("/carts"), label: "Carts" },
  { href: address("/quotes"), label: "Quotes" },
  { href: address("/changes"), label: "Changes" },
  { href: address("/status"), label: "Status" },
];

function isWithin(pathname: string, area: string | undefined): boolean {
  return area !== undefined && (pathname === area || pathname.startsWith(`${area}/`));
}

export function NavLinks({ stacked = false }: { stacked?: boolean }) {
  const pathname = usePathname();
  const look = stacked
    ? "menu-item aria-[current=page]:text-accent aria-[current=page]:font-strong"
    : "text-ink-muted hover:text-ink hover:bg-wash aria-[current=page]:text-ink aria-[current=page]:font-strong rounded-control relative flex h-8 items-center px-2.5 font-medium aria-[current=page]:after:bg-accent aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-2.5 aria-[current=page]:after:-bottom-2.5 aria-[current=page]:after:h-0.5";
  return (
    <ul className={stacked ? "grid" : "flex items-center"}>
      {entries.map(({ href, label, also }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            className={look}
            aria-current={isWithin(pathname, href) || isWithin(pathname, also) ? "page" : undefined}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
