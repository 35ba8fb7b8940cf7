import { ArrowDown, ArrowUp } from "lucide-react";
import { amountTrend } from "@/lib/domain/sync/amount-trend";

type ChangeValuesProps = { before: string | null; after: string | null };

const directions = { up: { Icon: ArrowUp, word: "up" }, down: { Icon: ArrowDown, word: "down" } } as const;

/** old → new: the old one struck through for the eye and named for the ear; amounts also say which way they went. */
export function ChangeValues({ before, after }: ChangeValuesProps) {
  const direction = amountTrend(before, after);
  const way = direction ? directions[direction] : null;
  return (
    <span className="figures inline-flex flex-wrap items-baseline gap-x-1.5">
      {before === null ? null : (
        <>
          <span className="sr-only">was</span>
          <s className="text-ink-faint">{before}</s>
        </>
      )}
      <span aria-hidden="true" className="text-ink-faint">
        →
      </span>
      <span className="sr-only">now</span>
      <span>{after ?? "no longer there"}</span>
      {way ? (
        <span className="text-caption text-ink-muted inline-flex items-center gap-0.5 self-center">
          <way.Icon aria-hidden="true" className="size-3" />
          {way.word}
        </span>
      ) : null}
    </span>
  );
}
