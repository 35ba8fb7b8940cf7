"use client";

import { PageError } from "@/components/ui/page-error";

export default function QuotesError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError error={error} reset={reset} what="The quotes could not be shown" />;
}
