import { X } from "lucide-react";
import Link from "next/link";
import { CompareAdd } from "@/components/compare/compare-add";
import { differs, type FactGroup } from "@/components/compare/compare-facts";
import type { Compared, Fact } from "@/components/compare/fact";
import { MarginFact } from "@/components/compare/margin-fact";
import { type ComparedRef, compareHref } from "@/components/compare/compare-search";
import { FavouriteMark, FavouriteMarks } from "@/components/favourites/favourite-mark";
import { productPath } from "@/components/product/product-path";
import { ButtonLink } from "@/components/ui/button-link";
import { HoverLink } from "@/components/ui/hover-link";
import { LanguageTag } from "@/components/ui/language-tag";
import { PartNumber } from "@/components/ui/part-number";
import type { ShownLanguage } from "@/components/ui/shown-language";
import type { PlanDto } from "@/lib/contracts/product";

type CompareTableProps = {
  compared: readonly Compared[];
  items: readonly ComparedRef[];
  groups: readonly FactGroup[];
  onlyDifferences: boolean;
  language: ShownLanguage;
};

/** One column a product, one row an attribute; what differs is in ink, what is the same steps back. */
export function CompareTable({ compared, items, groups, onlyDifferences, language }: CompareTableProps) {
  const wish = { onlyDifferences, locale: language.linked };
  return (
    <FavouriteMarks>
      <div className="compare-sheet panel overflow-x-auto">
        <table className="ledger" data-columns={compared.length} data-length={lengthOf(groups)}>
          <caption className="sr-only">Products side by side</caption>
          <thead>
            <tr>
              <td className="align-top! text-caption text-ink-muted">
                {compared.length === 1 ? "1 product" : `${compared.length} products`}
              </td>
              {compared.map(({ product, plan }, index) => (
                <th key={`${product.vendor}/${product.key}/${plan.key}`} scope="col">
                  <Head
                    compared={{ product, plan }}
                    language={language}
                    removeHref={compareHref(items.toSpliced(index, 1), wish)}
                    planHref={(key) =>
                      compareHref(items.with(index, { vendor: product.vendor, key: product.key, plan: key }), wish)
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ title, rows }) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={compared.length + 1} className="compare-group">
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row" className="text-ink-muted">
                    {row.name}
                    {row.hint ? <span className="text-caption text-ink-faint block">{row.hint}</span> : null}
                  </th>
                  {row.facts.map((fact, index) => (
                    <td
                      key={items[index] ? Object.values(items[index]).join("/") : index}
                      className={differs(row) ? (row.figures ? "figures font-medium" : "") : "figures text-ink-muted"}
                    >
                      <FactCell fact={fact} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot className="print:hidden">
            <tr>
              <th scope="row" className="sr-only">
                Order
              </th>
              {compared.map(({ product, plan }) => (
                <td key={`${product.vendor}/${product.key}/${plan.key}`}>
                  <CompareAdd product={product} plan={plan} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </FavouriteMarks>
  );
}

function Head({
  compared: { product, plan },
  language,
  removeHref,
  planHref,
}: {
  compared: Omit<Compared, "vendorLabel">;
  language: ShownLanguage;
  removeHref: ReturnType<typeof compareHref>;
  planHref: (key: string) => ReturnType<typeof compareHref>;
}) {
  return (
    <div className="flex items-start justify-between gap-2">
      <div className="grid min-w-0 justify-items-start gap-1">
        <HoverLink
          href={productPath(product, product.plans.length > 1 ? plan.key : undefined, language.linked)}
          lang={product.locale}
          className="quiet-link text-reading text-ink font-strong whitespace-normal"
        >
          {product.name}
        </HoverLink>
        <LanguageTag locale={product.locale} asked={language.asked} />
        <PartNumber value={plan.partNumber ?? product.partNumber} short className="text-caption font-body" />
        {product.plans.length > 1 ? <PlanChoice plans={product.plans} chosen={plan} hrefOf={planHref} /> : null}
      </div>
      <span className="-mt-0.5 flex flex-none print:hidden">
        <FavouriteMark product={product} />
        <ButtonLink
          href={removeHref}
          tone="quiet"
          square
          className="size-6"
          aria-label={`Remove ${product.name} from the comparison`}
          title="Remove from the comparison"
          scroll={false}
        >
          <X aria-hidden="true" />
        </ButtonLink>
      </span>
    </div>
  );
}

type PlanChoiceProps = {
  plans: readonly PlanDto[];
  chosen: PlanDto;
  hrefOf: (key: string) => ReturnType<typeof compareHref>;
};

/** The plan this column stands for, and the way to another one in its place. */
function PlanChoice({ plans, chosen, hrefOf }: PlanChoiceProps) {
  return (
    <details className="font-body print:hidden">
      <summary className="text-table text-accent min-h-6">{chosen.name}: another plan</summary>
      <ul className="mt-1 grid gap-1">
        {plans
          .filter(({ key }) => key !== chosen.key)
          .map((plan) => (
            <li key={plan.key}>
              <Link href={hrefOf(plan.key)} prefetch={false} scroll={false} className="link text-table">
                {plan.name}
              </Link>
            </li>
          ))}
      </ul>
    </details>
  );
}

function lengthOf(groups: readonly FactGroup[]): "long" | "longest" | undefined {
  const rows = groups.reduce((sum, group) => sum + group.rows.length + 1, 0);
  if (rows > 44) return "longest";
  return rows > 30 ? "long" : undefined;
}

function FactCell({ fact }: { fact: Fact | null }) {
  if (!fact) {
    return (
      <span className="text-ink-faint">
        <span aria-hidden="true">—</span>
        <span className="sr-only">not provided</span>
      </span>
    );
  }
  if (fact.margin) return <MarginFact margin={fact.margin} />;
  return (
    <>
      {fact.text}
      {fact.note ? <span className="text-caption text-ink-muted font-body block">{fact.note}</span> : null}
    </>
  );
}
