import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center">
      <EmptyState
        heading="h1"
        title="This page does not exist"
        action={
          <a href="/catalog" className="btn" data-tone="primary">
            Go to the catalog
          </a>
        }
      >
        <p>The address may be mistyped, or what it showed has been put away.</p>
      </EmptyState>
    </main>
  );
}
