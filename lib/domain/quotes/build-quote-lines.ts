import type { CartNesting } from "@/lib/domain/cart/cart";
import type { KnownLine } from "@/lib/domain/cart/resolve-line";
import { baseComponent, quantityAttribute } from "@/lib/domain/pricing/configured-parts";
import type { PricedCharge, PricedComponent, PricedLine } from "@/lib/domain/pricing/price-line";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

export type LineToQuote = { readonly resolved: KnownLine; readonly priced: PricedLine };

export type QuoteLines = {
  readonly lines: readonly QuoteLine[];
  /** Ids of lines that have no price in the quote's currency and are therefore not on it. */
  readonly withoutPrice: readonly string[];
};

/** The lines of a quote from those of a cart. A part with its own price becomes a line under the one it belongs to. */
export function buildQuoteLines(
  lines: readonly LineToQuote[],
  nesting: CartNesting,
  vendorLabel: (vendor: string) => string,
): QuoteLines {
  const built: QuoteLine[] = [];
  const withoutPrice: string[] = [];
  for (const line of lines) {
    const own = ownLine(line, vendorLabel, nesting);
    if (!own) {
      withoutPrice.push(line.resolved.line.id);
      continue;
    }
    built.push(own, ...line.priced.components.flatMap((part) => partLine(own, part)));
  }
  const quoted = new Set(built.map(({ id }) => id));
  const numbered = built.map((line, at) => numberLine(line, at + 1, quoted));
  return { lines: numbered, withoutPrice };
}

/** A line whose upper line is not on the quote stands at the top. */
function numberLine(line: QuoteLine, position: number, quoted: ReadonlySet<string>): QuoteLine {
  return { ...line, position, under: line.under !== null && quoted.has(line.under) ? line.under : null };
}

/** A product that is only set up, once, has its set-up as its price; one billed by use has none. */
function ownLine(
  { resolved, priced }: LineToQuote,
  vendorLabel: (vendor: string) => string,
  nesting: CartNesting,
): QuoteLine | null {
  const { line, product, plan } = resolved;
  const { recurring, overuse } = priced;
  const isByUse = !recurring && overuse.length > 0;
  const main = recurring ?? (isByUse ? null : priced.setup);
  if ((!main && !isByUse) || !priced.inAskedCurrency) return null;
  const isPeriodic = recurring !== null || isByUse;
  const setup = isPeriodic ? priced.setup : null;
  const base = baseComponent(plan.configuration);
  const several = product.plans.length > 1;
  return {
    id: line.id,
    position: 0,
    vendor: product.vendor,
    vendorLabel: vendorLabel(product.vendor),
    key: product.key,
    plan: plan.key,
    planName: several ? plan.name : null,
    service: product.service,
    name: product.name,
    partNumber: plan.partNumber ?? product.partNumber,
    provider: product.provider,
    quantity: isPeriodic ? priced.quantity : "1",
    unit: (base && quantityAttribute(base)?.unitOfMeasure) ?? null,
    billingPeriod: isPeriodic ? priced.billingPeriod : null,
    commitment: priced.commitment,
    ...(main ? chargeOf(main) : { ...unpriced, cost: priced.cost }),
    ...(overuse.length > 0 ? { overuse } : {}),
    setupPrice: setup?.price ?? null,
    setupTotal: setup?.total ?? null,
    setupCost: setup?.totalCost ?? null,
    components: [
      ...(base ? [{ key: base.key, name: base.name, quantity: priced.quantity }] : []),
      ...priced.components.filter(({ charge }) => !charge).map(({ key, name, quantity }) => ({ key, name, quantity })),
    ],
    under: nesting.get(line.id) ?? null,
  };
}

function partLine(own: QuoteLine, { key, name, quantity, charge }: PricedComponent): QuoteLine[] {
  if (!charge) return [];
  return [
    {
      ...own,
      id: `${own.id}/${key}`,
      name,
      partNumber: key,
      quantity,
      unit: null,
      ...chargeOf(charge),
      setupPrice: null,
      setupTotal: null,
      setupCost: null,
      overuse: undefined,
      components: [],
      under: own.id,
    },
  ];
}

const unpriced = { price: null, listPrice: null, total: null, margin: null, totalCost: null };

function chargeOf({ price, listPrice, total, cost, margin, totalCost }: PricedCharge) {
  return { price, listPrice, total, cost, margin, totalCost };
}
