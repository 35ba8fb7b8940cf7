import { durationWords } from "@/components/status/status-words";
import { Notice } from "@/components/ui/notice";
import type { ConnectionDto } from "@/lib/contracts/vendors";

type ConnectionResultProps = { result: ConnectionDto | null; error: Error | null };

/** What a test of the connection found, until the next one. */
export function ConnectionResult({ result, error }: ConnectionResultProps) {
  if (error) {
    return (
      <Notice tone="loss" role="alert">
        {error.message}
      </Notice>
    );
  }
  if (!result) return null;
  return (
    <Notice tone={result.works ? "good" : "loss"} role={result.works ? undefined : "alert"}>
      {result.message} <span className="text-ink-muted">{`It took ${durationWords(result.tookMs)}.`}</span>
      {result.correlationId ? (
        <p className="text-table text-ink-muted">
          Reference for the vendor’s support: <span className="part-number">{result.correlationId}</span>
        </p>
      ) : null}
    </Notice>
  );
}
