import type { CartTotals } from "@/lib/domain/cart/cart-totals";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import type { Amount } from "@/lib/domain/money/money";
import { publicOveruse, type PublicOveruse } from "@/lib/domain/pricing/overuse";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";

/** What the customer gets. Every field is named here and copied by name: what is not listed cannot leave. */
export type PublicQuoteLine = {
  position: number;
  partNumber: string;
  name: string;
  planName: string | null;
  provider: string | null;
  quantity: DecimalString;
  unit: string | null;
  billingPeriod: string | null;
  commitment: string | null;
  price: Amount | null;
  total: Amount | null;
  setupPrice: Amount | null;
  setupTotal: Amount | null;
  overuse?: PublicOveruse[] | undefined;
  under: number | null;
  components: { name: string; partNumber: string; quantity: DecimalString }[];
};

export type PublicQuoteTotals = {
  oneTime: Amount;
  monthly: Amount;
  yearly: Amount;
  other: { period: string; total: Amount }[];
  firstYear: Amount;
  wholeCommitment?: Amount | undefined;
};

export type PublicQuote = {
  number: string;
  version: number;
  title: string;
  currency: CurrencyCode;
  customer: {
    name: string;
    contact: string | null;
    email: string | null;
    address: string[];
    language?: string | undefined;
  };
  seller: { company: string; address: string[]; email: string | null };
  preparedBy: string;
  issuedAt: string | null;
  validUntil: string;
  timeZone: string;
  notes: string | null;
  terms: string | null;
  taxNote: string;
  lines: PublicQuoteLine[];
  totals: PublicQuoteTotals;
};

export type QuoteToPublish = {
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly currency: CurrencyCode;
  readonly customer: {
    readonly name: string;
    readonly contact?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly address?: readonly string[] | undefined;
    readonly language?: string | undefined;
  };
  readonly seller: { readonly company: string; readonly address: readonly string[]; readonly email: string | null };
  readonly preparedBy: string;
  readonly issuedAt: string | null;
  readonly validUntil: string;
  readonly timeZone: string;
  readonly notes: string | null;
  readonly terms: string | null;
  readonly taxNote: string;
  readonly lines: readonly QuoteLine[];
  readonly totals: CartTotals;
};

/** The frozen snapshot of a sent quote: an own copy, independent of everything it was made from. */
export function buildPublicQuote(quote: QuoteToPublish): PublicQuote {
  const { customer, seller, lines } = quote;
  const positions = new Map(lines.map(({ id, position }) => [id, position]));
  return {
    number: quote.number,
    version: quote.version,
    title: quote.title,
    currency: quote.currency,
    customer: {
      name: customer.name,
      contact: customer.contact ?? null,
      email: customer.email ?? null,
      address: [...(customer.address ?? [])],
      ...(customer.language ? { language: customer.language } : {}),
    },
    seller: { company: seller.company, address: [...seller.address], email: seller.email },
    preparedBy: quote.preparedBy,
    issuedAt: quote.issuedAt,
    validUntil: quote.validUntil,
    timeZone: quote.timeZone,
    notes: quote.notes,
    terms: quote.terms,
    taxNote: quote.taxNote,
    lines: lines.map((line) => publicLine(line, positions)),
    totals: publicTotals(quote.totals),
  };
}

function publicLine(line: QuoteLine, positions: ReadonlyMap<string, number>): PublicQuoteLine {
  return {
    position: line.position,
    partNumber: line.partNumber,
    name: line.name,
    planName: line.planName,
    provider: line.provider,
    quantity: line.quantity,
    unit: line.unit,
    billingPeriod: line.billingPeriod,
    commitment: line.commitment,
    price: line.price && publicAmount(line.price),
    total: line.total && publicAmount(line.total),
    setupPrice: line.setupPrice && publicAmount(line.setupPrice),
    setupTotal: line.setupTotal && publicAmount(line.setupTotal),
    ...(line.overuse ? { overuse: line.overuse.map(publicOveruse) } : {}),
    under: line.under === null ? null : (positions.get(line.under) ?? null),
    components: line.components.map(({ key, name, quantity }) => ({ name, partNumber: key, quantity })),
  };
}

function publicTotals(totals: CartTotals): PublicQuoteTotals {
  return {
    oneTime: publicAmount(totals.oneTime),
    monthly: publicAmount(totals.monthly),
    yearly: publicAmount(totals.yearly),
    other: totals.other.map(({ period, total }) => ({ period, total: publicAmount(total) })),
    firstYear: publicAmount(totals.firstYear),
    ...(totals.termsDiffer ? { wholeCommitment: publicAmount(totals.wholeCommitment) } : {}),
  };
}

function publicAmount({ amount, currency }: Amount): Amount {
  return { amount, currency };
}
