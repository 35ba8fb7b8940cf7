import type { LiveSync } from "@/components/status/live-sync";
import { durationWords } from "@/components/status/status-words";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";

type ProgressLineProps = {
  label: string;
  live: LiveSync | undefined;
  /** Absent for those who may not call a sync off. */
  onCancel: (() => void) | null;
  cancelling: boolean;
};

/** A determinate bar with its numbers, the time left, and a way out. */
export function ProgressLine({ label, live, onCancel, cancelling }: ProgressLineProps) {
  const { done, total } = live?.progress ?? { done: 0, total: null };
  const isPublishing = total !== null && done >= total && total > 0;
  const numbers =
    total === null ? formatNumber(String(done)) : `${formatNumber(String(done))} of ${formatNumber(String(total))}`;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center gap-3">
        <progress
          className="rounded-control bg-wash [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-accent indeterminate:skeleton h-2 min-w-24 flex-1 appearance-none overflow-hidden"
          aria-label={`Sync of ${label}`}
          {...(total === null || total === 0 ? {} : { value: Math.min(done, total), max: total })}
        />
        {onCancel ? (
          <Button size="small" onClick={onCancel} busy={cancelling} aria-label={`Cancel the sync of ${label}`}>
            Cancel
          </Button>
        ) : null}
      </div>
      <p className="text-table text-ink-muted figures">
        {isPublishing ? "Comparing and publishing" : `${numbers} products`}
        {live?.secondsLeft ? ` · about ${durationWords(live.secondsLeft * 1_000)} left` : null}
      </p>
    </div>
  );
}
