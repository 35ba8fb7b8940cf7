import type { OrderEstimateDto } from "@/lib/contracts/order-draft";
import { type Amount, fromAmount, subtractMoney, sumMoney, toAmount } from "@/lib/domain/money/money";
import type { PricedLine } from "@/lib/domain/pricing/price-line";
import { AppError } from "@/lib/server/app-error";
import type { StoredLine } from "@/lib/server/carts/cart-state";
import { readOrder } from "@/lib/server/carts/draft-order";
import type { LineToday } from "@/lib/server/carts/price-lines";
import type { Desk } from "@/lib/server/desk";
import { may, type Viewer } from "@/lib/server/viewer";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { EstimateOrder, OrderEstimate } from "@/lib/vendors/order-estimate";

export type EstimateInput = {
  readonly id: string;
  readonly n: number;
  readonly customerId: string;
  readonly sources: readonly CatalogSource[];
  readonly signal: AbortSignal;
};

/** What the vendor would charge us for an order of the cart, beside what we expect. Nothing is ordered. */
export async function estimateOrder(desk: Desk, viewer: Viewer, input: EstimateInput): Promise<OrderEstimateDto> {
  const { order, lines, neutral } = await readOrder(desk, viewer, input.id, input.n);
  const vendorLabel = desk.vendorLabel(order.vendor);
  const ask = estimatesOf(input.sources, order.vendor, vendorLabel);
  const estimate = await ask({ ...neutral, customerReference: input.customerId }, input.signal);
  if (estimate.kind === "incomplete") {
    const missing = estimate.missing.map(({ message }) => message);
    throw new AppError("conflict", missing[0] ?? "The order is not complete.", { extra: { missing } });
  }
  const compared = compareLines(desk, order.vendor, lines, estimate);
  const sums = compareTotals(lines, estimate);
  const added = compared.flatMap(({ lineId, name }) => (lineId === null ? [name] : []));
  const costs = may(viewer, "costs:read");
  return {
    vendor: order.vendor,
    vendorLabel,
    service: order.service,
    message: [addedSentence(vendorLabel, added), costs ? sumsSentence(vendorLabel, sums) : ""].join(" ").trim(),
    // What the vendor asks of us is a cost, to the last field.
    lines: costs ? compared : compared.map(withoutCost),
    ...(costs ? sums : {}),
  };
}

function estimatesOf(sources: readonly CatalogSource[], vendor: string, label: string): EstimateOrder {
  const source = sources.find((candidate) => candidate.vendor === vendor);
  if (!source) throw new AppError("conflict", `${label} is not connected here, so it cannot be asked.`);
  if (!source.estimateOrder) throw new AppError("conflict", `${label} offers no price check of an order.`);
  return source.estimateOrder;
}

type EstimatedLine = OrderEstimateDto["lines"][number] & {
  readonly vendorCost: Amount | null;
  readonly cost: Amount | null;
};

function withoutCost({ lineId, partNumber, name, quantity }: EstimatedLine): OrderEstimateDto["lines"][number] {
  return { lineId, partNumber, name, quantity };
}

/** The vendor's rows meet our lines by part number, one after the other; what is left over the vendor would add. */
function compareLines(
  desk: Desk,
  vendor: string,
  lines: readonly LineToday<StoredLine>[],
  estimate: OrderEstimate,
): EstimatedLine[] {
  const waiting = [...lines];
  const told = estimate.lines.map(({ partNumber, quantity, cost }): EstimatedLine => {
    const at = waiting.findIndex((line) => partNumberOf(line) === partNumber);
    const [line] = at === -1 ? [] : waiting.splice(at, 1);
    const named = desk.catalog.findByPartNumber(partNumber).find((product) => product.vendor === vendor);
    return {
      lineId: line?.line.id ?? null,
      partNumber,
      name: line?.product?.name ?? named?.name ?? partNumber,
      quantity: quantity ?? line?.line.quantity ?? null,
      vendorCost: cost,
      cost: line?.priced ? firstCostOf(line.priced) : null,
    };
  });
  const untold = waiting.map((line): EstimatedLine => {
    const { id, quantity, remembered } = line.line;
    const cost = line.priced ? firstCostOf(line.priced) : null;
    const name = line.product?.name ?? remembered.name;
    return { lineId: id, partNumber: partNumberOf(line), name, quantity, vendorCost: null, cost };
  });
  return [...told, ...untold];
}

function partNumberOf({ line, product, plan }: LineToday<StoredLine>): string {
  return plan?.partNumber ?? product?.partNumber ?? line.remembered.partNumber;
}

type Sums = { readonly vendorTotal: Amount | null; readonly total: Amount | null; readonly difference: Amount | null };

function compareTotals(lines: readonly LineToday<StoredLine>[], { total: vendorTotal }: OrderEstimate): Sums {
  const costs = lines.map(({ priced }) => (priced ? firstCostOf(priced) : null));
  const known = costs.filter((cost) => cost !== null);
  const currency = known[0]?.currency;
  const isWhole = known.length === costs.length && known.every((cost) => cost.currency === currency);
  const total = isWhole && currency ? toAmount(sumMoney(known.map(fromAmount), currency)) : null;
  const difference =
    total && vendorTotal && total.currency === vendorTotal.currency
      ? toAmount(subtractMoney(fromAmount(vendorTotal), fromAmount(total)))
      : null;
  return { vendorTotal, total, difference };
}

/** Set-up and one billing period; null where any part of it is not known. */
function firstCostOf({ totalCost, recurring, setup, currency }: PricedLine): Amount | null {
  if ((recurring && !totalCost) || (setup && !setup.totalCost)) return null;
  const parts = [totalCost, setup?.totalCost ?? null].filter((part) => part !== null);
  return parts.length === 0 ? null : toAmount(sumMoney(parts.map(fromAmount), currency));
}

function addedSentence(label: string, added: readonly string[]): string {
  return added.length === 0 ? `${label} would take this order as it is.` : `${label} would add ${added.join(", ")}.`;
}

function sumsSentence(label: string, { vendorTotal, total, difference }: Sums): string {
  if (!vendorTotal) return `${label} named no total.`;
  if (!total) return "The totals cannot be compared: a cost of ours is not known.";
  if (!difference) return "The totals cannot be compared: they are in different currencies.";
  const { amount, currency } = difference;
  if (fromAmount(difference).units === 0n) return "Both totals are the same.";
  const more = !amount.startsWith("-");
  return `The vendor's total is ${amount.replace("-", "")} ${currency} ${more ? "higher" : "lower"} than ours.`;
}
