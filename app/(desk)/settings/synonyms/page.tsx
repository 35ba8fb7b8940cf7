import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { SynonymsScreen } from "@/components/settings/synonyms-screen";
import { pageViewer } from "@/lib/server/page-viewer";
import { settingsDesk } from "@/lib/server/settings/settings-desk";
import { lastChange } from "@/lib/server/settings/stored-setting";
import { showSynonyms, synonymsSetting } from "@/lib/server/settings/synonyms";
import { may } from "@/lib/server/viewer";

export const metadata: Metadata = { title: "Synonyms - Settings" };

export default async function SynonymsPage() {
  const viewer = await pageViewer();
  const desk = await settingsDesk();
  const mayWrite = may(viewer, "settings:write");
  return (
    <SettingsPage
      title="Synonyms"
      about="Words and phrases that mean the same to a seller. A search for one of a group finds products with any of them; the word that was typed comes first."
      keeper={mayWrite ? null : "An administrator"}
      change={await lastChange(desk.db, synonymsSetting.key)}
    >
      <SynonymsScreen start={await showSynonyms(desk, viewer)} mayWrite={mayWrite} />
    </SettingsPage>
  );
}
