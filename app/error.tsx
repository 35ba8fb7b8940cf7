"use client";

type RootErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Comes with every page, those of a customer too, so it is written out here and brings nothing along. */
export default function RootError({ error, reset }: RootErrorProps) {
  return (
    <main
      role="alert"
      className="mx-auto grid min-h-dvh max-w-md place-content-center justify-items-center gap-3 p-4 text-center"
    >
      <h1 className="text-title font-strong">This page could not be shown</h1>
      <p className="text-ink-muted">Something went wrong on our side. Nothing you saved is lost.</p>
      {error.digest ? (
        <p className="text-table">
          Reference <span className="part-number">{error.digest}</span>
        </p>
      ) : null}
      <button type="button" className="btn" data-tone="primary" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
