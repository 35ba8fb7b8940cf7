type ClosedLinkProps = { what: string; why?: string };

/** For a link that opens nothing: what happened, and whom to ask. It shows no price and leads nowhere else. */
export function ClosedLink({ what, why }: ClosedLinkProps) {
  return (
    <main className="grid min-h-dvh place-content-center px-4">
      <div className="max-w-md text-center">
        <h1 className="text-title font-strong">{what}</h1>
        <p className="text-reading text-ink-muted mt-2">
          {why ? `${why} ` : null}
          Please ask the person who sent it to you for the one that holds now.
        </p>
      </div>
    </main>
  );
}
