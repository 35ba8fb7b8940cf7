import type { CartLineDto } from "@/lib/contracts/cart-line";
import { firstYearOf } from "@/lib/domain/cart/cart-totals";
import { percentOf } from "@/lib/domain/money/margin";
import { type Amount, compareMoney, fromAmount, subtractMoney } from "@/lib/domain/money/money";
import { isKnownCost } from "@/lib/domain/pricing/cost";
import type { PricedCharge } from "@/lib/domain/pricing/price-line";
import { typedPriceIn } from "@/lib/domain/pricing/typed-price";
import type { StoredLine } from "@/lib/server/carts/cart-state";
import type { LineToday } from "@/lib/server/carts/price-lines";
import { toOveruse } from "@/lib/server/catalog/to-overuse";
import type { Desk } from "@/lib/server/desk";
import { tellFindings } from "@/lib/server/price-rules/tell-findings";

export type LineView = {
  readonly costs: boolean;
  /** Limits a price breaks and why somebody typed it: never while a customer looks on. */
  readonly internals: boolean;
  readonly under: string | null;
};

/** One line for the wire, field by field; what comes from cost only for those who may see it. */
export function toCartLine(desk: Desk, today: LineToday<StoredLine>, view: LineView): CartLineDto {
  const { line, product, plan, priced } = today;
  const offered = product !== null && plan !== null && !product.archived && plan.notOrderable === null;
  const year = priced && firstYearOf(priced);
  return {
    id: line.id,
    vendor: line.vendor,
    vendorLabel: desk.vendorLabel(line.vendor),
    key: line.key,
    plan: plan?.key ?? line.plan,
    planName: plan?.name ?? null,
    name: product?.name ?? line.remembered.name,
    partNumber: plan?.partNumber ?? product?.partNumber ?? line.remembered.partNumber,
    service: product?.service ?? null,
    quantity: line.quantity,
    minimum: plan?.minimum ?? "0",
    maximum: plan?.maximum ?? null,
    components: line.components.map((choice) => toComponent(choice, today)),
    attributes: line.attributes,
    billingPeriod: plan?.billingPeriod ?? null,
    commitment: plan?.commitment ?? null,
    price: priced?.recurring?.price ?? null,
    setupPrice: priced?.setup?.price ?? null,
    listPrice: priced?.recurring?.listPrice ?? null,
    overuse: toOveruse(priced?.overuse ?? [], view.costs),
    discount: discountOf(priced?.recurring ?? null),
    typed: typedOf(today, view),
    findings: view.internals ? tellFindings(priced?.findings ?? [], desk.prices, view.costs) : [],
    ...(view.costs ? costSide(today) : {}),
    total: priced?.total ?? null,
    setupTotal: priced?.setup?.total ?? null,
    firstYear: year?.total ?? null,
    ...(view.costs ? { firstYearMargin: year?.margin ?? null } : {}),
    under: view.under,
    drift: driftOf(today, view.costs),
    offered,
  };
}

function costSide({ plan, priced }: LineToday): Pick<CartLineDto, "cost" | "margin" | "markup" | "totalCost"> {
  const cost = priced?.cost ?? { unknown: plan?.costUnknown ?? "notProvided" };
  const { margin = null, markup = null } = priced?.recurring ?? {};
  return { cost, margin, markup, totalCost: priced?.totalCost ?? null };
}

function discountOf(charge: Pick<PricedCharge, "price" | "listPrice"> | null): string | null {
  if (!charge?.listPrice || charge.listPrice.currency !== charge.price.currency) return null;
  const list = fromAmount(charge.listPrice);
  return percentOf(subtractMoney(list, fromAmount(charge.price)), list);
}

function typedOf({ line: { typed }, priced }: LineToday, { costs, internals }: LineView): CartLineDto["typed"] {
  const price = priced ? typedPriceIn(typed, priced.currency) : typed?.price;
  if (!typed || !price) return null;
  const { kind, value } = price;
  const tells = costs || kind === "amount" || kind === "discount";
  const { by = null, at = null, reason = null } = typed;
  return { kind: tells ? kind : null, value: tells ? value : null, by, at, reason: internals ? reason : null };
}

function toComponent(
  choice: StoredLine["components"][number],
  { plan, priced }: LineToday,
): CartLineDto["components"][number] {
  const charge = priced?.components.find(({ key }) => key === choice.key)?.charge ?? null;
  const name = plan?.configuration?.components.find(({ key }) => key === choice.key)?.name ?? choice.key;
  return {
    key: choice.key,
    ...(choice.quantity === undefined ? {} : { quantity: choice.quantity }),
    name,
    price: charge?.price ?? null,
    total: charge?.total ?? null,
  };
}

/** A move of cost alone must stay unseen by those who may not see cost. */
function driftOf({ line, priced }: LineToday<StoredLine>, costs: boolean): CartLineDto["drift"] {
  const recurring = priced?.recurring;
  if (!recurring) return null;
  const { price, cost } = line.remembered;
  const priceMoved = hasMoved(price, recurring.price);
  const costMoved = costs && hasMoved(cost, isKnownCost(recurring.cost) ? recurring.cost : null);
  if (!priceMoved && !costMoved) return null;
  return { priceBefore: price, ...(costs ? { costBefore: cost } : {}) };
}

export function hasMoved(before: Amount | null, now: Amount | null): boolean {
  if (before === null || now === null) return before !== now;
  return before.currency !== now.currency || compareMoney(fromAmount(before), fromAmount(now)) !== 0;
}
