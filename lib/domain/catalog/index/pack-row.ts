import type { ListOffer, ListRow } from "@/lib/domain/catalog/list-row";
import type { PlanAmounts } from "@/lib/domain/catalog/plan-amounts";

/** A list row without its field names: a hundred thousand of them are kept as text in one array of bytes. */
type PackedFacts = readonly [
  billingPeriod: string | null,
  commitment: string | null,
  minimum: string,
  maximum: string | null,
  planType: string,
  pricePrefix: string | null,
  priceSuffix: string | null,
];
type PackedOffer = readonly [
  currency: string,
  price: string | null,
  listPrice: string | null,
  setupPrice: string | null,
  cost: PlanAmounts["cost"],
  facts: PackedFacts,
  overuse?: PlanAmounts["overuse"],
];
type PackedRow = readonly [
  key: string,
  name: string,
  locale: string,
  partNumber: string,
  notOrderable: ListRow["notOrderable"],
  plansCount: number,
  needs: readonly string[],
  updatedAt: string | null,
  offers: readonly PackedOffer[],
  unpriced: PackedFacts | null,
];

export function packRow(row: ListRow): string {
  const packed: PackedRow = [
    row.key,
    row.name,
    row.locale,
    row.partNumber,
    row.notOrderable,
    row.plansCount,
    row.needs,
    row.updatedAt,
    row.offers.map(packOffer),
    row.unpriced && packFacts(row.unpriced),
  ];
  return JSON.stringify(packed);
}

/** Only for text that `packRow` made. */
export function unpackRow(text: string): ListRow {
  const packed = JSON.parse(text) as PackedRow;
  const [key, name, locale, partNumber, notOrderable, plansCount, needs, updatedAt, offers, unpriced] = packed;
  return {
    key,
    name,
    locale,
    partNumber,
    orderable: notOrderable === null,
    notOrderable,
    plansCount,
    needs,
    updatedAt,
    offers: offers.map(unpackOffer),
    unpriced: unpriced && unpackFacts(unpriced),
  };
}

function packOffer(offer: ListOffer): PackedOffer {
  const { price, listPrice, setupPrice, cost, overuse } = offer.amounts;
  const packed = [offer.currency, price, listPrice, setupPrice, cost, packFacts(offer)] as const;
  return overuse.length > 0 ? [...packed, overuse] : packed;
}

function unpackOffer([currency, price, listPrice, setupPrice, cost, facts, overuse = []]: PackedOffer): ListOffer {
  return { currency, amounts: { price, listPrice, setupPrice, cost, overuse }, ...unpackFacts(facts) };
}

function packFacts(facts: Omit<ListOffer, "currency" | "amounts">): PackedFacts {
  return [
    facts.billingPeriod,
    facts.commitment,
    facts.minimum,
    facts.maximum,
    facts.planType,
    facts.pricePrefix,
    facts.priceSuffix,
  ];
}

function unpackFacts(facts: PackedFacts): Omit<ListOffer, "currency" | "amounts"> {
  const [billingPeriod, commitment, minimum, maximum, planType, pricePrefix, priceSuffix] = facts;
  return { billingPeriod, commitment, minimum, maximum, planType, pricePrefix, priceSuffix };
}
