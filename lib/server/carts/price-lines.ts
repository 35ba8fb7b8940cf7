import type { Plan, PlanConfiguration, Product, ProductRef } from "@/lib/domain/catalog/product";
import type { CartLine, ProductLookup } from "@/lib/domain/cart/cart";
import { priceCartLine } from "@/lib/domain/cart/price-cart-line";
import { choosePlan } from "@/lib/domain/cart/resolve-line";
import type { Amount } from "@/lib/domain/money/money";
import { isKnownCost } from "@/lib/domain/pricing/cost";
import type { PricedLine } from "@/lib/domain/pricing/price-line";
import type { Remembered } from "@/lib/server/carts/cart-state";
import type { Desk } from "@/lib/server/desk";
import { VendorError } from "@/lib/vendors/errors";

/** A line with what the catalog says of it today; nulls where it says nothing any more. */
export type LineToday<Line extends CartLine = CartLine> = {
  readonly line: Line;
  readonly product: Product | null;
  readonly plan: Plan | null;
  readonly priced: PricedLine | null;
};

type Basis = { readonly currency: string; readonly customer: string | null; readonly date: string };

/**
 * The catalog's products with the configuration of the plans that the lines name. Where a vendor cannot be asked, the
 * plan stays without one ("without") or the failure is passed on ("refuse").
 */
export async function productsFor(
  desk: Desk,
  lines: readonly Pick<CartLine, "vendor" | "key" | "plan">[],
  unreadable: "without" | "refuse",
): Promise<ProductLookup> {
  const configured = new Map<string, Product>();
  const idOf = ({ vendor, key }: ProductRef) => `${vendor} ${key}`;
  await Promise.all(
    lines.map(async (line) => {
      const product = desk.catalog.find(line);
      const plan = product && choosePlan(product, line.plan);
      if (!product || !plan || plan.configuration) return;
      const configuration = await readConfiguration(desk, product, plan, unreadable);
      if (!configuration) return;
      const known = configured.get(idOf(line)) ?? product;
      const plans = known.plans.map((other) => (other.key === plan.key ? { ...other, configuration } : other));
      configured.set(idOf(line), { ...known, plans });
    }),
  );
  return (ref) => configured.get(idOf(ref)) ?? desk.catalog.find(ref);
}

async function readConfiguration(
  desk: Desk,
  product: Product,
  plan: Plan,
  unreadable: "without" | "refuse",
): Promise<PlanConfiguration | null> {
  try {
    return await desk.planConfiguration(product, plan.key);
  } catch (error) {
    if (unreadable === "without" && error instanceof VendorError) return null;
    throw error;
  }
}

export function priceLines<Line extends CartLine>(
  desk: Desk,
  lines: readonly Line[],
  lookup: ProductLookup,
  { currency, customer, date }: Basis,
): readonly LineToday<Line>[] {
  const settings = { prices: desk.prices, customer, date };
  return lines.map((line) => {
    const product = lookup(line);
    const plan = product && choosePlan(product, line.plan);
    return { line, product, plan, priced: priceCartLine({ currency }, { line, product, plan }, settings) };
  });
}

/** What a line is to remember of today. */
export function rememberToday({ line, product, priced }: LineToday): Remembered {
  const cost = priced?.recurring?.cost;
  return {
    price: priced?.recurring?.price ?? null,
    cost: cost && isKnownCost(cost) ? knownAmount(cost) : null,
    name: product?.name ?? line.key,
    partNumber: product?.partNumber ?? line.key,
  };
}

function knownAmount({ amount, currency }: Amount): Amount {
  return { amount, currency };
}
