"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FullLoadLink } from "@/components/ui/full-load-link";

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void; what: string };

/** What happened, what still works, what to do, and a reference; never the error's own text. */
export function PageError({ error, reset, what }: PageErrorProps) {
  return (
    <div role="alert">
      <EmptyState
        heading="h1"
        title={what}
        action={
          <>
            <Button tone="primary" onClick={reset}>
              Try again
            </Button>
            <FullLoadLink href="/">Go to the desk</FullLoadLink>
          </>
        }
      >
        <p>Something went wrong on our side. Nothing you saved is lost; the other pages still work.</p>
        {error.digest ? (
          <p className="text-table mt-2">
            Reference <span className="part-number">{error.digest}</span>
          </p>
        ) : null}
      </EmptyState>
    </div>
  );
}
