"use client";

import { PageError } from "@/components/ui/page-error";

export default function CartsError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageError error={error} reset={reset} what="The carts could not be shown" />;
}
