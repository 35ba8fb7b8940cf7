import type { Metadata } from "next";
import { RequirementsScreen } from "@/components/settings/requirements-screen";
import { SettingsPage } from "@/components/settings/settings-page";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { pageViewer } from "@/lib/server/page-viewer";
import { listCatalogServices } from "@/lib/server/settings/catalog-services";
import { requirementReadingSetting, showRequirementReading } from "@/lib/server/settings/requirement-reading";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Requirements - Settings" };

export default async function RequirementsPage() {
  const viewer = await pageViewer();
  const desk = await settingsDesk();
  const mayWrite = may(viewer, "settings:write");
  return (
    <SettingsPage
      title="Requirements"
      about="A product may list several others that it needs. The vendor means all of them; where one is enough, say so for the service. Product pages, carts, pasted lists and quotes follow; quotes that were sent stay as they are."
      keeper={mayWrite ? null : "An administrator"}
      change={await lastChange(desk.db, requirementReadingSetting.key)}
    >
      <RequirementsScreen
        start={await showRequirementReading(desk, viewer)}
        services={listCatalogServices(await currentCatalog(), viewer).items}
        mayWrite={mayWrite}
      />
    </SettingsPage>
  );
}
