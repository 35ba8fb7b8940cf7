import type { Metadata } from "next";
import Link from "next/link";
import { CompanyForm } from "@/components/settings/company-form";
import { address } from "@/components/ui/address";
import { Notice } from "@/components/ui/notice";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { readSettings } from "@/lib/server/settings/seller-settings";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Company and quotes - Settings" };

export default async function CompanyPage() {
  const viewer = await pageViewer();
  const mayWrite = may(viewer, "settings:write");
  return (
    <div className="mx-auto max-w-3xl px-4 py-5 lg:px-6">
      <header className="mb-4">
        <p className="text-table">
          <Link href={address("/settings")} prefetch={false} className="link">
            Settings
          </Link>
        </p>
        <h1 className="text-heading font-strong">Company and quotes</h1>
        <p className="text-ink-muted">What stands on new quotes. Quotes that were sent stay as they are.</p>
      </header>
      {mayWrite ? (
        <CompanyForm initial={await readSettings(await openDesk(), viewer)} />
      ) : (
        <Notice tone="info">An administrator keeps these settings.</Notice>
      )}
    </div>
  );
}
