import type { Metadata } from "next";
import { CompanyForm } from "@/components/settings/company-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { Notice } from "@/components/ui/notice";
import { openDesk } from "@/lib/server/open-desk";
import { pageViewer } from "@/lib/server/page-viewer";
import { readSettings, SELLER_KEY } from "@/lib/server/settings/seller-settings";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Company and quotes - Settings" };

export default async function CompanyPage() {
  const viewer = await pageViewer();
  if (!may(viewer, "settings:write")) {
    return (
      <SettingsPage title="Company and quotes">
        <Notice tone="info">An administrator keeps these settings.</Notice>
      </SettingsPage>
    );
  }
  const desk = await openDesk();
  return (
    <SettingsPage
      title="Company and quotes"
      about="What stands on new quotes. Quotes that were sent stay as they are."
      change={await lastChange(desk.db, SELLER_KEY)}
    >
      <CompanyForm start={await readSettings(desk, viewer)} />
    </SettingsPage>
  );
}
