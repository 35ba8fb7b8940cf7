import type { Metadata } from "next";
import { HomeScreen } from "@/components/home/home-screen";
import { address } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button-link";
import { pageViewer } from "@/lib/server/page-viewer";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage() {
  const viewer = await pageViewer();
  return (
    <div className="mx-auto max-w-344 px-4 py-6 lg:px-8">
      <header className="mb-5 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-heading">Your desk</h1>
          <p className="text-ink-muted">Signed in as {viewer.name}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={address("/paste")}>Paste a list</ButtonLink>
          <ButtonLink href={address("/catalog")} tone="primary">
            Browse the catalog
          </ButtonLink>
        </div>
      </header>
      <HomeScreen />
    </div>
  );
}
