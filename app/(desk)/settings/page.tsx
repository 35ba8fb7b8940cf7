import type { Metadata } from "next";
import Link from "next/link";
import { OwnSettings } from "@/components/settings/own-settings";
import { settingsPages } from "@/components/settings/settings-pages";
import { address } from "@/components/ui/address";
import { pageViewer } from "@/lib/server/page-viewer";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await pageViewer();
  const entries = [
    ...settingsPages.filter(({ needs }) => needs === null || may(viewer, needs)),
    { href: "/customers", title: "Customers", about: "Who buys, in which currency, and what they own" },
  ];
  return (
    <div className="mx-auto max-w-3xl px-4 py-5 lg:px-6">
      <h1 className="text-heading font-strong mb-4">Settings</h1>
      <ul className="panel">
        {entries.map(({ href, title, about }) => (
          <li key={href} className="hover:bg-wash relative px-4 py-3 not-last:border-b">
            <Link href={address(href)} prefetch={false} className="font-strong after:absolute after:inset-0">
              {title}
            </Link>
            <p className="text-table text-ink-muted">{about}</p>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <OwnSettings />
      </div>
    </div>
  );
}
