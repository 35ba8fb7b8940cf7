import { isPlainDecimal, toMillionths } from "../amounts";
import { isRecord } from "../http/exchange";
import type { CloudBlueCatalog } from "./catalog";
import type { CloudBlueProduct, Period } from "./records";

export type OrderLine = { product: CloudBlueProduct; quantity: string; addedByPlatform: boolean };
export type JudgedOrder = {
  type: string;
  customerId: string;
  poNumber: string;
  serviceName: string;
  lines: OrderLine[];
};

const TYPES = new Set(["sales", "change", "renewal", "cancellation", "migration"]);

/** The order with the platform's additions, or the sentence of the 400 answer. */
export function judgeOrder(
  body: Readonly<Record<string, unknown>> | undefined,
  catalog: CloudBlueCatalog,
): JudgedOrder | string {
  if (!body) return "The body must be a JSON object.";
  const { type, customerId, products, poNumber } = body;
  if (typeof type !== "string" || !TYPES.has(type)) return `type must be one of ${[...TYPES].join(", ")}.`;
  if (typeof customerId !== "string" || customerId === "") return "customerId is required.";
  if (!Array.isArray(products) || products.length === 0) return "products must not be empty.";
  const lines: OrderLine[] = [];
  for (const entry of products) {
    const line = judgeLine(entry, catalog);
    if (typeof line === "string") return line;
    lines.push(line);
  }
  const services = [...new Set(lines.map(({ product }) => product.serviceName))];
  if (services.length > 1)
    return `An order holds products of one service only; this one has ${services.join(" and ")}.`;
  const complete = type === "sales" ? addDependencies(lines, catalog) : lines;
  if (typeof complete === "string") return complete;
  const problem = type === "sales" ? findQuantityProblem(complete) : undefined;
  if (problem !== undefined) return problem;
  return {
    type,
    customerId,
    poNumber: typeof poNumber === "string" ? poNumber : "",
    serviceName: services[0] ?? "",
    lines: complete,
  };
}

function judgeLine(entry: unknown, catalog: CloudBlueCatalog): OrderLine | string {
  if (!isRecord(entry) || typeof entry.mpn !== "string") return "Every product needs an mpn.";
  const quantity = typeof entry.quantity === "number" ? String(entry.quantity) : entry.quantity;
  if (typeof quantity !== "string" || !isPlainDecimal(quantity)) return `Quantity of ${entry.mpn} is not a number.`;
  const variants = catalog.find(entry.mpn);
  if (variants.length === 0) return `No entity has been found for MPN ${entry.mpn}.`;
  const fitting = variants.filter(
    (product) =>
      (entry.id === undefined || entry.id === product.id) &&
      (entry.vendor === undefined || entry.vendor === product.vendor) &&
      fitsPeriod(entry.billingPeriod, product.billingPeriod) &&
      fitsPeriod(entry.subscriptionPeriod, product.subscriptionPeriod),
  );
  const [product] = fitting;
  if (!product) return `No variant of MPN ${entry.mpn} has these periods.`;
  if (fitting.length > 1) return `MPN ${entry.mpn} is ambiguous; state its billing and subscription period.`;
  return { product, quantity, addedByPlatform: false };
}

function fitsPeriod(asked: unknown, period: Period): boolean {
  if (asked === undefined) return true;
  return isRecord(asked) && asked.type === period.type && Number(asked.duration) === period.duration;
}

/** Every product listed in `dependsOn` must be there; the platform adds what is missing, with at least one unit. */
function addDependencies(lines: readonly OrderLine[], catalog: CloudBlueCatalog): OrderLine[] | string {
  const complete = [...lines];
  const present = new Set(lines.map(({ product }) => product.mpn));
  for (const { product } of complete) {
    for (const mpn of product.dependsOn) {
      if (present.has(mpn)) continue;
      const variants = catalog.find(mpn).filter(({ serviceName }) => serviceName === product.serviceName);
      const target = variants.find((variant) => rhythm(variant) === rhythm(product)) ?? variants[0];
      if (!target) return `${product.mpn} needs ${mpn}, which is not available.`;
      const minimum = toMillionths(target.minimumQuantity) > 0n ? target.minimumQuantity : "1.0";
      present.add(mpn);
      complete.push({ product: target, quantity: minimum, addedByPlatform: true });
    }
  }
  return complete;
}

function findQuantityProblem(lines: readonly OrderLine[]): string | undefined {
  for (const { product, quantity } of lines) {
    const units = toMillionths(quantity);
    const maximum = toMillionths(product.maximumQuantity);
    if (units <= 0n || units < toMillionths(product.minimumQuantity)) {
      return `Quantity ${quantity} of ${product.mpn} is below the minimum ${product.minimumQuantity}.`;
    }
    if (maximum >= 0n && units > maximum) {
      return `Quantity ${quantity} of ${product.mpn} is above the maximum ${product.maximumQuantity}.`;
    }
  }
  return undefined;
}

function rhythm(product: CloudBlueProduct): string {
  return JSON.stringify([product.subscriptionPeriod, product.billingPeriod]);
}
