/** For a link that opens nothing: one text, whatever the reason behind it. */
export function ClosedLink({ what }: { what: string }) {
  return (
    <main className="grid min-h-dvh place-content-center px-4">
      <div className="max-w-md text-center">
        <h1 className="text-title font-strong">{what}</h1>
        <p className="text-reading text-ink-muted mt-2">
          It may have been replaced or withdrawn, the link may be over, or its address incomplete. Please ask the person
          who sent it to you for the one that holds now.
        </p>
      </div>
    </main>
  );
}
