import type { Metadata } from "next";
import Link from "next/link";
import { address } from "@/components/ui/address";
import { pageViewer } from "@/lib/server/page-viewer";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await pageViewer();
  const entries = [
    {
      href: "/settings/price-rules",
      title: "Price rules",
      about: "How costs become prices, estimated costs, floors and ceilings",
      shown: may(viewer, "costs:read"),
    },
    {
      href: "/settings/company",
      title: "Company and quotes",
      about: "Who sells, the terms, and what a new quote begins with",
      shown: may(viewer, "settings:write"),
    },
    { href: "/customers", title: "Customers", about: "Who buys, in which currency, and what they own", shown: true },
  ].filter(({ shown }) => shown);
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
    </div>
  );
}
