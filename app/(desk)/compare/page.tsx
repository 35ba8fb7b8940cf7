import "@/components/compare/compare.css";
import type { Metadata } from "next";
import { cache } from "react";
import { compareFacts, onlyDifferences } from "@/components/compare/compare-facts";
import type { Compared } from "@/components/compare/fact";
import { CompareEmpty, CompareNotices } from "@/components/compare/compare-notices";
import { type ComparedRef, compareHref, readCompareSearch } from "@/components/compare/compare-search";
import { CompareTable } from "@/components/compare/compare-table";
import { PrintPage } from "@/components/compare/print-page";
import { choosePlan } from "@/components/product/choose-plan";
import { CopyLink } from "@/components/product/copy-link";
import { ButtonLink } from "@/components/ui/button-link";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { PricesAsOf } from "@/components/ui/freshness";
import { shownLanguage } from "@/components/ui/shown-language";
import { AppError } from "@/lib/server/app-error";
import { getProduct } from "@/lib/server/catalog/get-product";
import { shownLocales } from "@/lib/server/catalog/localized-names";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import { pageViewer } from "@/lib/server/page-viewer";

type ComparePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const loadLocales = cache(shownLocales);

/** Null where the catalog does not have it; amounts in the asked currency where it is sold in that. */
const compareOne = cache(
  async (
    vendor: string,
    key: string,
    plan: string | null,
    currency: string | undefined,
    locale: string | undefined,
  ): Promise<Compared | null> => {
    try {
      const product = await getProduct(await pageViewer(), { vendor, key, currency, locale });
      const chosen = choosePlan(product, plan ?? undefined);
      if (!chosen || (plan !== null && chosen.key !== plan)) return null;
      return { product, plan: chosen, vendorLabel: vendorLabel(product.vendor) };
    } catch (error) {
      if (error instanceof AppError && (error.code === "not-found" || error.code === "gone")) return null;
      throw error;
    }
  },
);

async function compareAll(items: readonly ComparedRef[], locale: string | undefined) {
  const found: { ref: ComparedRef; compared: Compared | null }[] = [];
  const shown = new Set<string>();
  let currency: string | undefined;
  for (const ref of items) {
    const compared = await compareOne(ref.vendor, ref.key, ref.plan, currency, locale);
    currency ??= compared?.plan.price?.currency;
    // A product, and the same with the plan it shows anyway, are one column.
    const column = compared && JSON.stringify([compared.product.vendor, compared.product.key, compared.plan.key]);
    if (column !== null && shown.has(column)) continue;
    if (column !== null) shown.add(column);
    found.push({ ref, compared });
  }
  return found;
}

export async function generateMetadata({ searchParams }: ComparePageProps): Promise<Metadata> {
  const search = readCompareSearch(await searchParams);
  const found = await compareAll(search.items, shownLanguage(search.locale, await loadLocales()).linked);
  const names = found.flatMap(({ compared }) => compared?.product.name ?? []);
  return { title: [...(names.length > 0 ? [names.join(", ")] : []), "Compare"].join(" - ") };
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  await pageViewer();
  const search = readCompareSearch(await searchParams);
  const locales = await loadLocales();
  const language = shownLanguage(search.locale, locales);
  const found = await compareAll(search.items, language.linked);
  const known = found.flatMap(({ ref, compared }) => (compared ? [{ ref, compared }] : []));
  const compared = known.map((one) => one.compared);
  const items = known.map(({ ref }) => ref);
  const unknown = found.flatMap(({ ref, compared: there }) =>
    there ? [] : [ref.plan ? `${ref.key} (${ref.plan})` : ref.key],
  );
  const isUnknown = search.locale !== "" && !locales.includes(search.locale);
  const all = compareFacts(compared);
  const differing = onlyDifferences(all);
  const asOf = new Map(compared.map(({ product, vendorLabel: label }) => [label, product.asOf]));
  const sources = [...asOf].map(([label, at]) => ({ label, asOf: at }));
  return (
    <div className="compare-page mx-auto grid max-w-[96rem] gap-4 px-4 py-5 lg:px-6">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-heading font-strong">Compare</h1>
          {sources.length > 0 ? <PricesAsOf sources={sources} /> : null}
        </div>
        {compared.length > 0 ? (
          <div className="flex flex-wrap gap-2 print:hidden">
            <LanguageSwitch
              locales={locales}
              shown={language.asked}
              href={compareHref(items, { onlyDifferences: search.onlyDifferences })}
            />
            {compared.length > 1 ? (
              <ButtonLink
                href={compareHref(items, { onlyDifferences: !search.onlyDifferences, locale: language.linked })}
                scroll={false}
                aria-current={search.onlyDifferences ? "true" : undefined}
                className="aria-[current]:bg-accent-wash! aria-[current]:text-accent! aria-[current]:border-accent!"
              >
                {search.onlyDifferences ? "Show everything" : "Differences only"}
              </ButtonLink>
            ) : null}
            <CopyLink path={compareHref(items, { onlyDifferences: search.onlyDifferences, locale: language.linked })} />
            <PrintPage />
          </div>
        ) : null}
      </header>
      <CompareNotices
        unknown={[...search.unreadable, ...unknown, ...(isUnknown ? [search.locale] : [])]}
        tooMany={search.tooMany}
        compared={compared}
      />
      {compared.length === 0 ? (
        <CompareEmpty />
      ) : (
        <>
          {search.onlyDifferences && differing.length === 0 ? (
            <p className="text-reading">In everything the vendors tell, these products are the same.</p>
          ) : null}
          <CompareTable
            compared={compared}
            items={items}
            groups={search.onlyDifferences ? differing : all}
            onlyDifferences={search.onlyDifferences}
            language={language}
          />
        </>
      )}
    </div>
  );
}
