"use client";

import { PageError } from "@/components/ui/page-error";

export default function ProductError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError error={error} reset={reset} what="This product could not be shown" />;
}
