import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { settingsPages } from "@/components/settings/settings-pages";
import { pageViewer } from "@/lib/server/page-viewer";
import { may } from "@/lib/server/viewer";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await pageViewer();
  const entries = settingsPages
    .filter(({ needs }) => needs === null || may(viewer, needs))
    .map(({ href, title }) => ({ href, title }));
  return (
    <div className="lg:flex">
      <SettingsNav entries={entries} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
