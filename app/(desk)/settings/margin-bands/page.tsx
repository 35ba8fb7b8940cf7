import type { Metadata } from "next";
import { MarginBandsForm } from "@/components/settings/margin-bands-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { Notice } from "@/components/ui/notice";
import { pageViewer } from "@/lib/server/page-viewer";
import { marginBandsSetting, showMarginBands } from "@/lib/server/settings/margin-bands";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Margin bands - Settings" };

export default async function MarginBandsPage() {
  const viewer = await pageViewer();
  if (!may(viewer, "costs:read")) {
    return (
      <SettingsPage title="Margin bands">
        <Notice tone="info">Margin bands are shown to those who may see costs, outside customer view.</Notice>
      </SettingsPage>
    );
  }
  const desk = await settingsDesk();
  const mayWrite = may(viewer, "rules:write");
  return (
    <SettingsPage
      title="Margin bands"
      about="What a margin is called wherever one is shown. Margins are of the price; the bounds themselves are normal."
      keeper={mayWrite ? null : "A manager or an administrator"}
      change={await lastChange(desk.db, marginBandsSetting.key)}
    >
      <MarginBandsForm start={await showMarginBands(desk, viewer)} mayWrite={mayWrite} />
    </SettingsPage>
  );
}
