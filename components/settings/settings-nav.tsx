"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { SettingsEntry } from "@/components/settings/settings-pages";
import { address } from "@/components/ui/address";

type SettingsNavProps = { entries: readonly Pick<SettingsEntry, "href" | "title">[] };

/** Beside a settings page on wide windows; elsewhere the way leads over the list of all. */
export function SettingsNav({ entries }: SettingsNavProps) {
  const path = usePathname();
  if (path === "/settings") return null;
  return (
    <nav aria-label="Settings" className="max-lg:hidden w-52 shrink-0 py-5 pl-6">
      <Link href={address("/settings")} prefetch={false} className="text-ink-muted hover:text-ink px-3 text-table">
        Settings
      </Link>
      <ul className="mt-2 grid gap-0.5">
        {entries.map(({ href, title }) => (
          <li key={href}>
            <Link
              href={address(href)}
              prefetch={false}
              aria-current={path === href ? "page" : undefined}
              className="rounded-control hover:bg-wash aria-[current]:bg-accent-wash aria-[current]:font-strong flex min-h-8 items-center px-3"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
