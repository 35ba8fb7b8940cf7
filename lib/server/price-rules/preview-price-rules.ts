import { setImmediate as nextTurn } from "node:timers/promises";
import type { RulePreviewDto } from "@/lib/contracts/price-rule-preview";
import type { PriceEntry } from "@/lib/contracts/price-rules";
import { planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import type { Plan, Product } from "@/lib/domain/catalog/product";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { priceContext } from "@/lib/domain/pricing/price-context";
import { type PricedLine, priceLine, type PriceRuleSet } from "@/lib/domain/pricing/price-line";
import type { PriceScope } from "@/lib/domain/pricing/price-rule";
import { AppError } from "@/lib/server/app-error";
import type { Desk } from "@/lib/server/desk";
import { today } from "@/lib/server/house-day";
import { requireCurrency } from "@/lib/server/price-rules/change-price-rules";
import { storedRules } from "@/lib/server/price-rules/list-price-rules";
import { toRuleSet, toScope } from "@/lib/server/price-rules/load-price-rules";
import { requireRight, type Viewer } from "@/lib/server/viewer";

export type RuleChange = { readonly id?: string | undefined; readonly entry: PriceEntry | null };

type Previewing = Pick<Desk, "db" | "now" | "timeZone"> & {
  /** The products any of the scopes may match; a few more do no harm. */
  productsInScope(scopes: readonly PriceScope[]): Iterable<Product>;
};

type Row = RulePreviewDto["rows"][number];

const ROWS_SHOWN = 60;
const TURN_PRODUCTS = 200;

/** What a change of one rule would do to the prices of real products. Nothing is saved. */
export async function previewPriceRules(
  desk: Previewing,
  viewer: Viewer,
  { id, entry }: RuleChange,
): Promise<RulePreviewDto> {
  requireRight(viewer, "rules:write");
  if (entry) requireCurrency(entry);
  const stored = await storedRules(desk.db);
  const old = stored.find((rule) => rule.id === id)?.entry ?? null;
  if (id !== undefined && old === null) throw new AppError("not-found", "There is no such rule any more.");
  const others = stored.filter((rule) => rule.id !== id);
  const sides = {
    before: toRuleSet(stored),
    after: toRuleSet(entry ? [...others, { id: id ?? "new", entry }] : others),
    customer: entry?.scope.customer ?? old?.scope.customer ?? null,
    day: today(desk),
  };
  const scopes = [entry, old].flatMap((one) => (one ? [toScope(one.scope)] : []));
  const counts = { looked: 0, changed: 0, broken: 0, newlyBroken: 0 };
  const rows: Row[] = [];
  for (const product of desk.productsInScope(scopes)) {
    counts.looked += 1;
    if (counts.looked % TURN_PRODUCTS === 0) await nextTurn();
    const touched = touchedPlans(product, sides);
    if (touched.length === 0) continue;
    const isBroken = touched.some(({ after }) => after.broken.length > 0);
    counts.changed += 1;
    if (isBroken) counts.broken += 1;
    if (touched.some(({ before, after }) => after.broken.length > before.broken.length)) counts.newlyBroken += 1;
    rows.push(...touched.slice(0, rows.length < ROWS_SHOWN ? 3 : 0));
  }
  return { ...counts, rows: rows.slice(0, ROWS_SHOWN) };
}

type Sides = {
  readonly before: PriceRuleSet;
  readonly after: PriceRuleSet;
  readonly customer: string | null;
  readonly day: string;
};

function touchedPlans(product: Product, { before, after, customer, day }: Sides): Row[] {
  const plans = product.archived ? [] : product.plans.filter((plan) => plan.notOrderable === null);
  return plans.flatMap((plan) => {
    const currency = planCurrencies(plan)[0];
    if (currency === undefined) return [];
    const at = (rules: PriceRuleSet) =>
      priceLine({
        plan,
        quantity: offerQuantity(plan),
        currency,
        rules,
        context: priceContext(product, customer),
        date: day,
        explain: "none",
      });
    const row = toRow(product, plan, at(before), at(after));
    return JSON.stringify(row.before) === JSON.stringify(row.after) ? [] : [row];
  });
}

function toRow(product: Product, plan: Plan, before: PricedLine, after: PricedLine): Row {
  return {
    vendor: product.vendor,
    key: product.key,
    name: product.name,
    plan: product.plans.length > 1 ? plan.name : null,
    billingPeriod: plan.billingPeriod,
    before: toSide(before),
    after: toSide(after),
  };
}

function toSide({ recurring, cost, findings }: PricedLine): Row["before"] {
  return {
    price: recurring?.price ?? null,
    cost,
    margin: recurring?.margin ?? null,
    broken: findings.map(({ message }) => message),
  };
}
