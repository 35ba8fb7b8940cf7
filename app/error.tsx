"use client";

import { PageError } from "@/components/ui/page-error";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-content-center">
      <PageError error={error} reset={reset} what="This page could not be shown" />
    </main>
  );
}
