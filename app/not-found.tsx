import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { FullLoadLink } from "@/components/ui/full-load-link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="This page does not exist"
        action={
          <FullLoadLink href="/catalog" tone="primary">
            Go to the catalog
          </FullLoadLink>
        }
      >
        <p>The address may be mistyped, or what it showed has been put away.</p>
      </EmptyState>
    </main>
  );
}
