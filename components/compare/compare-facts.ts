import { type Compared, fact, type FactRow, row } from "@/components/compare/fact";
import { priceRows } from "@/components/compare/price-facts";
import { planTypeWord } from "@/components/product/plans-table";
import { formatBilling, formatCommitment, formatQuantity } from "@/components/ui/format";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";

export type FactGroup = { readonly title: string; readonly rows: readonly FactRow[] };

/** The same rows for every product, in the same order; a row nobody fills is left out. */
export function compareFacts(compared: readonly Compared[]): FactGroup[] {
  const groups = [
    { title: "Price", rows: priceRows(compared) },
    { title: "Terms", rows: termRows(compared) },
    { title: "Product", rows: productRows(compared) },
    { title: "What the plan holds", rows: attributeRows(compared) },
    { title: "Facts", rows: namedRows(compared, ({ product }) => product.facts) },
  ];
  return groups.flatMap(({ title, rows }) => {
    const filled = rows.filter(({ facts }) => facts.some((fact) => fact !== null));
    return filled.length > 0 ? [{ title, rows: filled }] : [];
  });
}

export function differs({ facts }: FactRow): boolean {
  return (
    new Set(
      facts.map((fact) => JSON.stringify([fact?.text ?? null, fact?.note ?? null, fact?.margin?.percent ?? null])),
    ).size > 1
  );
}

export function onlyDifferences(groups: readonly FactGroup[]): FactGroup[] {
  return groups.flatMap(({ title, rows }) => {
    const left = rows.filter(differs);
    return left.length > 0 ? [{ title, rows: left }] : [];
  });
}

function termRows(compared: readonly Compared[]): FactRow[] {
  return [
    row("Plan", compared, ({ product, plan }) => fact(plan.name === product.name ? null : plan.name)),
    row("Plan type", compared, ({ plan }) => fact(planTypeWord(plan.type))),
    row("Billing", compared, ({ plan }) => fact(formatBilling(plan.billingPeriod))),
    row("Commitment", compared, ({ plan }) => fact(formatCommitment(plan.commitment))),
    row("Units", compared, ({ plan: { minimum, maximum } }) =>
      fact(
        maximum === null ? `from ${formatQuantity(minimum)}` : `${formatQuantity(minimum)}–${formatQuantity(maximum)}`,
      ),
    ),
    row("Needs", compared, ({ product }) => fact(product.needs.length > 0 ? product.needs.join(", ") : "nothing else")),
  ];
}

function productRows(compared: readonly Compared[]): FactRow[] {
  return [
    row("Vendor", compared, ({ vendorLabel }) => fact(vendorLabel)),
    row("Provider", compared, ({ product }) => fact(product.provider)),
    row("Service", compared, ({ product }) => fact(product.service)),
    row("Category", compared, ({ product }) => fact(product.categories.join(", "))),
    row("Topics", compared, ({ product }) =>
      fact(product.topics.map((topic) => facetLabel("topic", topic)).join(", ")),
    ),
    row("Service type", compared, ({ product }) => fact(product.serviceType)),
  ];
}

/** By name, so that the same attribute of two products stands on one row whatever its id. */
function attributeRows(compared: readonly Compared[]): FactRow[] {
  const hints = new Map(
    compared.flatMap(({ plan }) =>
      plan.attributes.map(({ name, toolTip }) => [name, toolTip === name ? null : toolTip] as const),
    ),
  );
  const rows = namedRows(compared, ({ plan }) =>
    plan.attributes.map(({ name, description }) => ({ name, value: description || "included" })),
  );
  return rows.map(({ name, facts }) => ({ name, facts, hint: hints.get(name) ?? null }));
}

type Named = { readonly name: string; readonly value: string };

function namedRows(compared: readonly Compared[], of: (one: Compared) => readonly Named[]): FactRow[] {
  const own = compared.map((one) => Map.groupBy(of(one), ({ name }) => name));
  const names = [...new Set(own.flatMap((map) => [...map.keys()]))];
  return names.map((name) => ({
    name,
    facts: own.map((map) =>
      fact(
        map
          .get(name)
          ?.map(({ value }) => value)
          .join(", "),
      ),
    ),
  }));
}
