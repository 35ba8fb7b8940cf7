import { periodWords } from "@/lib/domain/cart/words";
import type { Period } from "@/lib/domain/catalog/period";
import type { NotOrderableReason, Plan, PriceRow, PriceSide, Product } from "@/lib/domain/catalog/product";
import { formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import { describeAmount, describeRow, rowIdentity } from "@/lib/domain/sync/describe-price-row";
import type { ProductChange } from "@/lib/domain/sync/product-change";

type Compared = Pick<Product, "name" | "archived" | "plans" | "requires">;

const kindOfSide = { cost: "cost", list: "list-price", price: "price" } as const satisfies Record<PriceSide, string>;

/** Everything a seller must hear about, in a stable order. Text and pictures are not compared. */
export function diffProducts(before: Compared, after: Compared): ProductChange[] {
  return [
    ...diffNames(before, after),
    ...diffArchived(before, after),
    ...diffPrices(before, after),
    ...diffTerms(before, after),
    ...diffLimits(before, after),
    ...diffRequirements(before, after),
  ];
}

export function newProduct(product: Pick<Product, "name">): ProductChange {
  return { kind: "new", what: "product", old: null, new: product.name };
}

export function goneProduct(product: Pick<Product, "name">): ProductChange {
  return { kind: "gone", what: "product", old: product.name, new: null };
}

function diffNames(before: Compared, after: Compared): ProductChange[] {
  if (before.name === after.name) return [];
  return [{ kind: "renamed", what: "name", old: before.name, new: after.name }];
}

function diffArchived(before: Compared, after: Compared): ProductChange[] {
  if (before.archived === after.archived) return [];
  return after.archived
    ? [{ kind: "archived", what: "product", old: "offered", new: "archived" }]
    : [{ kind: "restored", what: "product", old: "archived", new: "offered" }];
}

type LabelledRow = { readonly row: PriceRow; readonly what: string };

function diffPrices(before: Compared, after: Compared): ProductChange[] {
  const several = before.plans.length > 1 || after.plans.length > 1;
  const old = labelledRows(before.plans, several);
  const current = labelledRows(after.plans, several);
  const identities = [...current.keys(), ...[...old.keys()].filter((identity) => !current.has(identity))];
  return identities.flatMap((identity) => diffRow(old.get(identity), current.get(identity)));
}

function labelledRows(plans: readonly Plan[], several: boolean): Map<string, LabelledRow> {
  return new Map(
    plans.flatMap((plan) =>
      plan.prices.map((row): [string, LabelledRow] => [
        `${plan.key} ${rowIdentity(row)}`,
        { row, what: describeRow(plan, row, several) },
      ]),
    ),
  );
}

function diffRow(before: LabelledRow | undefined, after: LabelledRow | undefined): ProductChange[] {
  const named = after ?? before;
  if (!named) return [];
  const old = before ? describeAmount(before.row) : null;
  const current = after ? describeAmount(after.row) : null;
  if (old === current) return [];
  return [{ kind: kindOfSide[named.row.side], what: named.what, old, new: current }];
}

type Pair = { readonly old: Plan; readonly current: Plan; readonly prefix: string };

/** The plans that were and are there; those that came or went show by their prices. */
function lastingPlans(before: Compared, after: Compared): Pair[] {
  const oldPlans = new Map(before.plans.map((plan) => [plan.key, plan]));
  return after.plans.flatMap((current) => {
    const old = oldPlans.get(current.key);
    return old ? [{ old, current, prefix: after.plans.length > 1 ? `${current.name}, ` : "" }] : [];
  });
}

/** The same amount means something else under other terms. */
function diffTerms(before: Compared, after: Compared): ProductChange[] {
  return lastingPlans(before, after).flatMap(({ old, current, prefix }) =>
    [
      diffWords(
        "terms",
        `${prefix}billing period`,
        describePeriod(old.billingPeriod),
        describePeriod(current.billingPeriod),
      ),
      diffWords("terms", `${prefix}commitment`, describePeriod(old.commitment), describePeriod(current.commitment)),
      diffWords("terms", `${prefix}ordering`, describeOrdering(old), describeOrdering(current)),
    ].flat(),
  );
}

function describePeriod(period: Period | null): string {
  return period === null ? "not stated" : periodWords(period);
}

/** Null where it lies in the price or the archive: changes of these say so. */
function describeOrdering({ notOrderable }: Plan): string | null {
  return notOrderable === null ? "can be ordered" : (orderingWords[notOrderable] ?? null);
}

const orderingWords: Partial<Record<NotOrderableReason, string>> = {
  referralOnly: "by referral only",
  trial: "trial only",
  notOffered: "not offered",
};

function diffLimits(before: Compared, after: Compared): ProductChange[] {
  return lastingPlans(before, after).flatMap(({ old, current, prefix }) =>
    [
      diffWords("limits", `${prefix}minimum`, describeLimit(old.minimum), describeLimit(current.minimum)),
      diffWords("limits", `${prefix}maximum`, describeLimit(old.maximum), describeLimit(current.maximum)),
    ].flat(),
  );
}

function diffWords(
  kind: "terms" | "limits",
  what: string,
  old: string | null,
  current: string | null,
): ProductChange[] {
  return old === null || current === null || old === current ? [] : [{ kind, what, old, new: current }];
}

function describeLimit(limit: string | null): string {
  if (limit === null) return "unlimited";
  const parsed = parseDecimal(limit);
  return parsed ? formatDecimal(parsed) : limit;
}

function diffRequirements(before: Compared, after: Compared): ProductChange[] {
  const identityOf = (product: Compared) =>
    product.requires
      .map((group) =>
        group.anyOf
          .map((target) => `${target.vendor}/${target.key}`)
          .sort()
          .join("|"),
      )
      .sort()
      .join("&");
  if (identityOf(before) === identityOf(after)) return [];
  return [
    { kind: "requirements", what: "requires", old: describeRequirements(before), new: describeRequirements(after) },
  ];
}

function describeRequirements(product: Compared): string {
  if (product.requires.length === 0) return "nothing";
  return product.requires
    .map((group) =>
      group.anyOf
        .map((target) => target.name)
        .sort()
        .join(" or "),
    )
    .sort()
    .join("; ");
}
