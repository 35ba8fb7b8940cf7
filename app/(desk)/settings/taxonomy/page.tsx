import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { TaxonomyScreen } from "@/components/settings/taxonomy-screen";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { pageViewer } from "@/lib/server/page-viewer";
import { listCatalogServices, taxonomyLists } from "@/lib/server/settings/catalog-services";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { showTaxonomy, taxonomySetting } from "@/lib/server/settings/taxonomy";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Taxonomy - Settings" };

export default async function TaxonomyPage() {
  const viewer = await pageViewer();
  const desk = await settingsDesk();
  const mayWrite = may(viewer, "settings:write");
  const start = await showTaxonomy(desk, viewer);
  return (
    <SettingsPage
      title="Taxonomy"
      about="Some vendors do not say under which category, topic or service type their products stand. Give their services a place in the words of the vendors that do, so that all are found under the same headings. Price rules for a category hold for them too."
      keeper={mayWrite ? null : "An administrator"}
      change={await lastChange(desk.db, taxonomySetting.key)}
    >
      <TaxonomyScreen
        start={start}
        services={listCatalogServices(await currentCatalog(), viewer).items}
        lists={await taxonomyLists(viewer, start.value)}
        mayWrite={mayWrite}
      />
    </SettingsPage>
  );
}
