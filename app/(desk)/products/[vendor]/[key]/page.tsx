import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { decodedSegment } from "@/app/decoded-segment";
import { About, Facts, Resources, Support, VendorPictures } from "@/components/product/about";
import { choosePlan, currenciesOf, tiersOf } from "@/components/product/choose-plan";
import { CurrencyChoice } from "@/components/product/currency-choice";
import { LanguageNotes } from "@/components/product/language-notes";
import { LinkNotes } from "@/components/product/link-notes";
import { MoneyPanel } from "@/components/product/money-panel";
import { COMPARED_MAX, compareHref } from "@/components/compare/compare-search";
import { PlanAttributes } from "@/components/product/plan-attributes";
import { PlanConfiguration } from "@/components/product/plan-configuration";
import { PlansTable } from "@/components/product/plans-table";
import { PriceHistory } from "@/components/product/price-history";
import { PriceRows } from "@/components/product/price-rows";
import { ProductKeys } from "@/components/product/product-keys";
import { productPath } from "@/components/product/product-path";
import { Requirements } from "@/components/product/requirements";
import { SimilarProducts } from "@/components/product/similar-products";
import { TitleBlock } from "@/components/product/title-block";
import { address } from "@/components/ui/address";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { shownLanguage } from "@/components/ui/shown-language";
import type { ProductDto } from "@/lib/contracts/product";
import { AppError } from "@/lib/server/app-error";
import { readKnownCountries } from "@/lib/server/catalog/plan-configurations";
import { findSimilar } from "@/lib/server/catalog/find-similar";
import { getProduct } from "@/lib/server/catalog/get-product";
import { shownLocales } from "@/lib/server/catalog/localized-names";
import { readRequirementChain } from "@/lib/server/catalog/read-requirement-chain";
import { vendorLabel, vendorLabels } from "@/lib/server/catalog/vendor-label";
import { priceHistory } from "@/lib/server/changes/price-history";
import { database } from "@/lib/server/store/database";
import { pageViewer } from "@/lib/server/page-viewer";

type ProductPageProps = {
  params: Promise<{ vendor: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const loadLocales = cache(shownLocales);

const loadProduct = cache(
  async (
    vendor: string,
    key: string,
    currency: string | undefined,
    locale: string | undefined,
  ): Promise<ProductDto> => {
    try {
      return await getProduct(await pageViewer(), { vendor, key, currency, locale });
    } catch (error) {
      if (error instanceof AppError && (error.code === "not-found" || error.code === "gone")) notFound();
      throw error;
    }
  },
);

async function productOf({ params, searchParams }: ProductPageProps) {
  const [{ vendor, key }, search] = await Promise.all([params, searchParams]);
  const asked = { plan: one(search["plan"]) || undefined, currency: one(search["currency"]) || undefined };
  const currency = asked.currency && /^[A-Z]{3}$/.test(asked.currency) ? asked.currency : undefined;
  const wanted = one(search["locale"])?.trim() ?? "";
  const locales = await loadLocales();
  const language = shownLanguage(wanted.toLowerCase(), locales);
  const product = await loadProduct(decodedSegment(vendor), decodedSegment(key), currency, language.linked);
  const isKnown = wanted === "" || locales.includes(wanted.toLowerCase());
  return {
    product,
    plan: choosePlan(product, asked.plan),
    asked,
    currency,
    language: { ...language, locales, unknown: isKnown ? null : wanted },
  };
}

export async function generateMetadata(props: ProductPageProps): Promise<Metadata> {
  const { product } = await productOf(props);
  return { title: [product.name, product.service, "Catalog"].filter(Boolean).join(" - ") };
}

export default async function ProductPage(props: ProductPageProps) {
  const { product, plan, asked, currency, language } = await productOf(props);
  const label = vendorLabel(product.vendor);
  const viewer = await pageViewer();
  const shownIn = product.price?.currency ?? null;
  const [changes, chain, similar, countries] = await Promise.all([
    priceHistory(await database(), viewer, product),
    readRequirementChain(viewer, { ...refOf(product), currency: shownIn }),
    product.archived
      ? findSimilar(viewer, { ...refOf(product), words: product.name, categories: product.categories })
      : [],
    plan ? readKnownCountries(product, plan.key) : null,
  ]);
  const hrefOf = (changes: { plan?: string; currency?: string; locale?: undefined }) => {
    const wanted = { plan: plan?.key, currency, locale: language.linked, ...changes };
    const path = productPath(product, wanted.plan, wanted.locale);
    return address(wanted.currency ? `${path}${path.includes("?") ? "&" : "?"}currency=${wanted.currency}` : path);
  };
  return (
    <div className="mx-auto grid max-w-344 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-x-8 lg:px-8">
      <ProductKeys />
      <div className="min-w-0">
        <TitleBlock product={product} path={productPath(product, plan?.key, language.linked)} vendorLabel={label} />
        {product.archived ? (
          <Notice tone="stale" title="Archived by the vendor" className="mt-4">
            It stays here for carts and quotes that hold it, but cannot be ordered any more.
          </Notice>
        ) : null}
      </div>
      <div className="grid content-start gap-3 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <LanguageSwitch locales={language.locales} shown={language.asked} href={hrefOf({ locale: undefined })} />
        <LinkNotes asked={asked} shown={plan} />
        <LanguageNotes product={product} vendorLabel={label} asked={language.asked} unknown={language.unknown} />
        <CurrencyChoice
          currencies={currenciesOf(product)}
          shown={product.price?.currency}
          hrefOf={(next) => hrefOf({ currency: next })}
        />
        {plan ? (
          <MoneyPanel key={plan.key} product={product} plan={plan} tiers={tiersOf(product, plan)} />
        ) : (
          <Notice tone="stale" title="Nothing to order">
            The vendor lists no plan of this product, so it has no price.
          </Notice>
        )}
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
        <SimilarProducts products={similar} labels={vendorLabels()} />
        {product.plans.length > 1 && plan ? (
          <Panel aria-labelledby="plans">
            <PanelHeading
              id="plans"
              aside={<ComparePlans product={product} chosen={plan.key} locale={language.linked} />}
            >
              Plans
            </PanelHeading>
            <PlansTable plans={product.plans} chosen={plan.key} hrefOf={(key) => hrefOf({ plan: key })} />
          </Panel>
        ) : null}
        {plan ? <PlanAttributes plans={product.plans} chosen={plan} /> : null}
        {plan ? (
          <Panel aria-labelledby="prices">
            <PanelHeading id="prices" aside={product.plans.length > 1 ? plan.name : null}>
              All prices
            </PanelHeading>
            <PriceRows plan={plan} rows={product.prices} currency={shownIn} />
          </Panel>
        ) : null}
        {plan && product.service === null ? (
          <PlanConfiguration
            key={plan.key}
            vendor={product.vendor}
            productKey={product.key}
            plan={plan.key}
            planNames={Object.fromEntries(product.plans.map(({ key, name }) => [key, name]))}
          />
        ) : null}
        <Requirements product={product} chain={chain} />
        <PriceHistory changes={changes} currency={shownIn} productKey={product.key} />
        <About product={product} />
        <VendorPictures product={product} />
        <Facts product={product} vendorLabel={label} countries={countries} />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 empty:hidden md:grid-cols-2">
          <Resources resources={product.resources} />
          <Support product={product} />
        </div>
      </div>
    </div>
  );
}

type ComparePlansProps = { product: ProductDto; chosen: string; locale: string | undefined };

/** The chosen plan and its neighbours side by side, as many as fit. */
function ComparePlans({ product, chosen, locale }: ComparePlansProps) {
  const keys = product.plans.map(({ key }) => key);
  const from = Math.max(0, Math.min(keys.indexOf(chosen), keys.length - COMPARED_MAX));
  const items = keys
    .slice(from, from + COMPARED_MAX)
    .map((plan) => ({ vendor: product.vendor, key: product.key, plan }));
  return (
    <Link href={compareHref(items, { locale })} prefetch={false} className="link">
      {items.length === keys.length
        ? `Compare all ${keys.length} plans`
        : `Compare ${items.length} of ${keys.length} plans`}
    </Link>
  );
}

function refOf({ vendor, key }: ProductDto) {
  return { vendor, key };
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
