"use client";

import { PageError } from "@/components/ui/page-error";

export default function CatalogError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError error={error} reset={reset} what="The catalog could not be shown" />;
}
