import { addAmounts, multiplyAmounts, toMillionths } from "../amounts";
import { readJsonObject } from "../http/exchange";
import { jsonReply } from "../http/reply";
import type { CloudBlueCatalog } from "./catalog";
import type { Outcome } from "./outcome";
import { judgeOrder, type JudgedOrder, type OrderLine } from "./judge-order";
import type { ApiVersion, CloudBlueProduct, PriceRow } from "./records";

type StoredOrder = { id: string; orderNumber: string; status: string; customerId: string; [field: string]: unknown };

export function createOrderDesk(catalog: CloudBlueCatalog, version: ApiVersion) {
  const stored: StoredOrder[] = [];
  const judge = (body: string) => judgeOrder(readJsonObject(body), catalog);

  return {
    estimate: (body: string): Outcome => {
      const judged = judge(body);
      if (typeof judged === "string") return { refusal: { status: 400, message: judged } };
      return { reply: jsonReply(200, priceOrder(judged)) };
    },
    place: (body: string): Outcome => {
      const judged = judge(body);
      if (typeof judged === "string") return { refusal: { status: 400, message: judged } };
      const number = String(stored.length + 1).padStart(6, "0");
      const order = {
        id: `demo-order-${number}`,
        orderNumber: `${judged.type === "change" ? "CH" : judged.type === "renewal" ? "RN" : "SO"}${number}`,
        status: "submitted",
        statusCode: "AS",
        ...priceOrder(judged),
      };
      stored.unshift(order);
      return { reply: jsonReply(version === "1.15" ? 200 : 201, order) };
    },
    read: (path: string, query: URLSearchParams): Outcome => {
      const id = path.split("/")[2];
      if (id === undefined) return { reply: jsonReply(200, listOrders(stored, query)) };
      const order = stored.find((candidate) => candidate.id === id || candidate.orderNumber === id);
      if (!order) return { refusal: { status: 404, message: "No entity has been found." } };
      return { reply: jsonReply(200, order) };
    },
  };
}

function listOrders(stored: readonly StoredOrder[], query: URLSearchParams) {
  const customer = query.get("customerId");
  const found = stored.filter((order) => customer === null || order.customerId === customer);
  return { data: found.slice(0, 10), pagination: { offset: 0, limit: 10, total: found.length } };
}

function priceOrder(order: JudgedOrder) {
  const currency = order.lines[0]?.product.prices[0]?.currency ?? "USD";
  const details = order.lines.flatMap((line) => priceLine(line, currency));
  return {
    type: order.type,
    customerId: order.customerId,
    poNumber: order.poNumber,
    total: { currency, amount: addAmounts(details.map((detail) => detail.extendedPrice.amount)) },
    products: order.lines.map((line) => ({
      mpn: line.product.mpn,
      quantity: line.quantity,
      extendedPrice: {
        currency,
        amount: addAmounts(priceLine(line, currency).map((detail) => detail.extendedPrice.amount)),
      },
    })),
    details,
  };
}

/** `unitPrice` is what the reseller pays, `salesUnitPrice` what the customer pays. */
function priceLine({ product, quantity }: OrderLine, currency: string) {
  return (["setup", "recurring"] as const).flatMap((type) => {
    const cost = amountFor(product.costs, { type, currency, quantity });
    const price = amountFor(product.prices, { type, currency, quantity });
    if (cost === undefined && price === undefined) return [];
    const units = type === "setup" ? "1" : quantity;
    const money = (amount: string) => ({ currency, amount });
    return [
      {
        type,
        mpn: product.mpn,
        duration: durationOf(product),
        quantity: units,
        unitPrice: money(cost ?? "0"),
        extendedPrice: money(multiplyAmounts(cost ?? "0", units)),
        salesUnitPrice: money(price ?? "0"),
        salesExtendedPrice: money(multiplyAmounts(price ?? "0", units)),
      },
    ];
  });
}

function amountFor(
  rows: readonly PriceRow[],
  wanted: { type: PriceRow["type"]; currency: string; quantity: string },
): string | undefined {
  const units = toMillionths(wanted.quantity);
  return rows
    .filter((row) => row.type === wanted.type && row.currency === wanted.currency)
    .findLast((row) => toMillionths(String(row.lowerLimit ?? 0)) <= units)?.amount;
}

function durationOf({ billingPeriod }: CloudBlueProduct): string {
  return `${billingPeriod.duration} ${billingPeriod.type}`;
}
