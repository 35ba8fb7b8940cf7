"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { productPath } from "@/components/product/product-path";
import { entryOf, isComplete, type RuleDraft } from "@/components/settings/rule-draft";
import { address } from "@/components/ui/address";
import { Amount, Percent, Unknown } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { formatCount, formatPer } from "@/components/ui/format";
import { useSettled } from "@/components/ui/use-settled";
import { ApiError } from "@/lib/client/api";
import { previewPriceRule } from "@/lib/client/price-rule-queries";
import type { RulePreviewDto } from "@/lib/contracts/price-rule-preview";

const SETTLED_AFTER_MS = 500;

/** A dry run over the catalog while the rule is being written: counts first, then products before and after. */
export function RulePreview({ draft, id }: { draft: RuleDraft; id: string | undefined }) {
  const asked = isComplete(draft) ? JSON.stringify(entryOf({ ...draft, name: "preview" })) : "";
  const settled = useSettled(asked, SETTLED_AFTER_MS);
  const { data, error, isFetching } = useQuery({
    // Not under the key of the rules: a rule just removed has no preview to be read anew.
    queryKey: ["price-rule-preview", id ?? "new", settled],
    queryFn: () => previewPriceRule(JSON.parse(settled), id),
    enabled: settled !== "",
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  return (
    <section aria-labelledby="rule-preview" className="mt-5 border-t pt-3">
      <h3 id="rule-preview" className="font-strong">
        What it would change
      </h3>
      <output className="text-table mt-1 block" aria-busy={isFetching || undefined}>
        {isComplete(draft)
          ? error
            ? `Not to be told yet: ${reasonOf(error)}`
            : data
              ? countWords(data, draft.sets)
              : "Looking through the catalog…"
          : "Fill in what it does to see which products change."}
      </output>
      {data && data.rows.length > 0 && !error ? <PreviewTable preview={data} /> : null}
    </section>
  );
}

/** What was refused in its own words, without the place in our message. */
function reasonOf(error: Error): string {
  return (error instanceof ApiError ? error.errors[0]?.message : undefined) ?? error.message;
}

function countWords({ looked, changed, broken, newlyBroken }: RulePreviewDto, sets: RuleDraft["sets"]): string {
  const looking = `${formatCount(looked, "product")} in its scope`;
  if (sets === "limit") {
    return newlyBroken === 0
      ? `${looking}: no price breaks it.`
      : `${looking}: the price of ${formatCount(newlyBroken, "product")} breaks it.`;
  }
  const fall =
    broken === 0
      ? "none breaks a floor or ceiling"
      : `${broken} of them ${broken === 1 ? "breaks" : "break"} a floor or ceiling`;
  return changed === 0
    ? `${looking}: nothing changes.`
    : `${looking}: ${formatCount(changed, "product changes", "products change")}, ${fall}.`;
}

type Row = RulePreviewDto["rows"][number];

function PreviewTable({ preview }: { preview: RulePreviewDto }) {
  return (
    <div className="panel mt-2 max-h-96 overflow-auto">
      <table className="ledger">
        <caption className="sr-only">
          Products with their amounts before and after; the first {preview.rows.length}
        </caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col" className="num">
              Cost
            </th>
            <th scope="col" className="num">
              Price
            </th>
            <th scope="col" className="num">
              Margin
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={`${row.vendor} ${row.key} ${row.plan ?? ""}`}>
              <th scope="row" className="w-full min-w-44 text-start">
                <Link href={address(productPath(row))} prefetch={false} className="quiet-link">
                  {row.name}
                </Link>
                {row.plan ? <span className="text-ink-muted"> · {row.plan}</span> : null}
                {row.after.broken.length > 0 ? (
                  <Badge tone="loss" className="ml-2" title={row.after.broken.join("; ")}>
                    breaks a limit
                  </Badge>
                ) : null}
              </th>
              <td className="num">
                <Moved before={costOf(row.before)} after={costOf(row.after)} />
              </td>
              <td className="num">
                <Moved before={row.before.price} after={row.after.price} />{" "}
                <span className="text-ink-muted text-caption">{formatPer(row.billingPeriod)}</span>
              </td>
              <td className="num">
                <Share row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Money = { amount: string; currency: string };

function costOf({ cost }: Row["before"]): Money | null {
  return "amount" in cost ? cost : null;
}

function Moved({ before, after }: { before: Money | null; after: Money | null }) {
  const same = before?.amount === after?.amount && before?.currency === after?.currency;
  return (
    <>
      {same ? null : (
        <span className="text-ink-faint">
          <span className="sr-only">was </span>
          {before ? (
            <s>
              <Amount value={before} />
            </s>
          ) : (
            <Unknown why="unknown before" />
          )}
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> now </span>
        </span>
      )}
      {after ? <Amount value={after} currency /> : <Unknown why="not known" />}
    </>
  );
}

function Share({ row: { before, after } }: { row: Row }) {
  const [was, now] = [before.margin?.percent ?? null, after.margin?.percent ?? null];
  return (
    <>
      {was === now ? null : (
        <span className="text-ink-faint">
          {was === null ? <Unknown why="no margin before" /> : <Percent value={was} />}
          <span aria-hidden="true"> → </span>
        </span>
      )}
      {now === null ? <Unknown why="no margin" /> : <Percent value={now} />}
    </>
  );
}
