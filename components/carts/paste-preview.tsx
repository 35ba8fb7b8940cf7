"use client";

import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { formatBilling, formatCommitment, formatCount, formatPer, formatQuantity } from "@/components/ui/format";
import { toast } from "@/components/ui/toast";
import type { Tone } from "@/components/ui/tone";
import { productPath } from "@/components/product/product-path";
import { useAddToCart } from "@/lib/client/active-cart-queries";
import type { PasteResult } from "@/lib/client/cart-shapes";
import { HoverLink } from "@/components/ui/hover-link";

type PastePreviewProps = {
  result: PasteResult;
  cartName: string;
  currency: string;
  /** The text was changed after it was looked up. */
  stale: boolean;
  busy: boolean;
  onAdd: () => void;
};

type Row = PasteResult["rows"][number];
type Candidate = Row["candidates"][number];

const outcomes: Readonly<Record<Row["outcome"], { word: string; tone: Tone }>> = {
  matched: { word: "found", tone: "good" },
  several: { word: "several found", tone: "stale" },
  unknown: { word: "not found", tone: "loss" },
  duplicate: { word: "listed before", tone: "info" },
  "quantity-out-of-range": { word: "quantity out of range", tone: "low" },
  unreadable: { word: "not readable", tone: "loss" },
};

export function PastePreview({ result, cartName, currency, stale, busy, onAdd }: PastePreviewProps) {
  const good = result.rows.filter((row) => row.outcome === "matched" || row.outcome === "duplicate").length;
  const rest = result.rows.filter((row) => row.outcome !== "matched" && row.outcome !== "duplicate");
  if (result.rows.length === 0) return <p className="text-ink-muted">There is no line in it.</p>;
  return (
    <section aria-labelledby="preview-title" className="panel">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <h2 id="preview-title" className="text-reading font-strong">
          {good} of {formatCount(result.rows.length, "line")} can be added
        </h2>
        <div className="flex flex-wrap gap-2">
          {rest.length > 0 ? (
            <CopyButton
              text={rest.map((row) => row.input).join("\n")}
              name="the lines that cannot be added"
              label={`Copy the other ${formatCount(rest.length, "line")}`}
            />
          ) : null}
          <Button tone="primary" busy={busy} disabled={good === 0 || stale} onClick={onAdd}>
            Add {formatCount(good, "line")} to “{cartName}”
          </Button>
        </div>
      </header>
      {stale ? (
        <output className="text-low block border-b px-4 py-2">
          The text was changed. Look it up again before adding.
        </output>
      ) : null}
      <div className="overflow-x-auto">
        <table className="ledger max-sm:block max-sm:[&>tbody]:block">
          <caption className="sr-only">What was found for each pasted line</caption>
          <thead className="max-sm:sr-only">
            <tr>
              <th scope="col">Pasted</th>
              <th scope="col" className="num">
                Quantity
              </th>
              <th scope="col">Result</th>
              <th scope="col">Product</th>
              <th scope="col" className="num">
                Price
              </th>
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same text may be pasted twice, rows never move
              <PreviewRow key={index} row={row} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** On a phone a row is a card: the number and the quantity, then what was found, then the product and its price. */
const PHONE_ROW = "max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:border-b max-sm:py-1 max-sm:*:border-0!";

function PreviewRow({ row, currency }: { row: Row; currency: string }) {
  const { word, tone } = outcomes[row.outcome];
  const [only] = row.candidates.length === 1 ? row.candidates : [];
  return (
    <tr className={PHONE_ROW}>
      <th scope="row" className="part-number [overflow-wrap:anywhere] sm:min-w-44">
        {row.partNumber || row.input}
      </th>
      <td className="num">{row.quantity === null ? "" : formatQuantity(row.quantity)}</td>
      <td className="max-sm:col-span-2">
        <Badge tone={row.outcome === "matched" && row.message ? "low" : tone}>{word}</Badge>
        {row.message ? <span className="text-caption text-ink-muted mt-0.5 block max-w-64">{row.message}</span> : null}
      </td>
      {row.candidates.length > 1 ? (
        <td colSpan={2} className="max-sm:col-span-2">
          <Candidates row={row} currency={currency} />
        </td>
      ) : (
        <>
          <td>
            {only ? (
              <HoverLink href={productPath(only)} className="link">
                {only.name}
              </HoverLink>
            ) : null}
          </td>
          <td className="num">{only ? <Price candidate={only} currency={currency} /> : null}</td>
        </>
      )}
    </tr>
  );
}

function Price({ candidate: { price, billingPeriod }, currency }: { candidate: Candidate; currency: string }) {
  if (!price) return null;
  return (
    <span className="whitespace-nowrap">
      <Amount value={price} currency={price.currency !== currency} />{" "}
      <span className="text-ink-muted">{formatPer(billingPeriod)}</span>
    </span>
  );
}

/** A part number that several products share is never guessed: each can be added by itself. */
function Candidates({ row, currency }: { row: Row; currency: string }) {
  const add = useAddToCart();
  return (
    <ul className="divide-y">
      {row.candidates.map((candidate) => (
        <li
          key={`${candidate.vendor} ${candidate.key}`}
          className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 py-1.5"
        >
          <span>
            <HoverLink href={productPath(candidate)} className="link">
              {candidate.name}
            </HoverLink>
            <span className="text-caption text-ink-muted block">{termsOf(candidate)}</span>
          </span>
          <Price candidate={candidate} currency={currency} />
          <Button
            size="small"
            busy={add.isPending}
            aria-label={`Add ${candidate.name}, ${termsOf(candidate)}`}
            onClick={() =>
              add.mutate(
                {
                  line: { vendor: candidate.vendor, key: candidate.key, quantity: row.quantity ?? "1" },
                  currency,
                },
                {
                  onSuccess: () => toast(`${candidate.name} added`, { tone: "good" }),
                  onError: (error) => toast(error.message, { tone: "loss" }),
                },
              )
            }
          >
            Add
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Variants of one part number differ in this alone. */
function termsOf({ billingPeriod, commitment }: Candidate): string {
  const bound = commitment === null ? "no commitment" : `${formatCommitment(commitment)} commitment`;
  return `${formatBilling(billingPeriod).toLowerCase()}, ${bound}`;
}
