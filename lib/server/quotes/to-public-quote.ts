import { type PublicQuote, type PublicQuoteLine, PublicQuoteSchema } from "@/lib/contracts/public-quote";
import type { QuoteLineDto } from "@/lib/contracts/quote";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";
import type { SellerSettings } from "@/lib/server/settings/seller-settings";

export type PublicHead = {
  readonly number: string;
  readonly version: number;
  readonly validUntil: string;
  /** The moment of sending; null for a draft. */
  readonly issuedAt: string | null;
};

/** What the customer gets to see, picked field by field; the strict schema refuses anything else. */
export function toPublicQuote(head: PublicHead, document: QuoteDocument, seller: SellerSettings): PublicQuote {
  const { customer, currency } = document;
  const totals = document.totals[currency];
  if (!totals) throw new Error(`quote ${head.number} has no totals in ${currency}`);
  const positions = new Map(document.lines.map(({ id, position }) => [id, position]));
  return PublicQuoteSchema.parse({
    number: head.number,
    version: head.version,
    title: document.title,
    currency,
    customer: {
      name: customer.name,
      contact: customer.contact ?? null,
      email: customer.email ?? null,
      address: customer.address ?? [],
    },
    seller: { company: seller.company, address: seller.address, email: seller.email },
    preparedBy: document.preparedBy,
    issuedAt: head.issuedAt,
    validUntil: head.validUntil,
    timeZone: seller.timeZone,
    notes: document.notes,
    terms: document.terms,
    taxNote: seller.taxNote,
    lines: document.lines.map((line) => toPublicLine(line, positions)),
    totals: {
      oneTime: totals.oneTime,
      monthly: totals.monthly,
      yearly: totals.yearly,
      other: totals.other.map(({ period, total }) => ({ period, total })),
      firstYear: totals.firstYear,
    },
  });
}

function toPublicLine(line: QuoteLineDto, positions: ReadonlyMap<string, number>): PublicQuoteLine {
  return {
    position: line.position,
    partNumber: line.partNumber,
    name: line.name,
    planName: line.planName,
    provider: line.provider,
    quantity: line.quantity,
    unit: null,
    billingPeriod: line.billingPeriod,
    commitment: line.commitment,
    price: line.price,
    total: line.total,
    setupPrice: line.setupPrice,
    setupTotal: line.setupTotal,
    under: line.under === null ? null : (positions.get(line.under) ?? null),
    components: line.components.map(({ name, key, quantity }) => ({ name, partNumber: key, quantity })),
  };
}

/** The same content always gives the same text: keys in order, no blanks. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  const ordered = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${ordered.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}
