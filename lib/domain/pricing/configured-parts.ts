import type { Component, ComponentAttribute, PlanConfiguration, PriceRow } from "@/lib/domain/catalog/product";
import type { AttributeValues, ComponentChoice } from "@/lib/domain/catalog/configuration-choice";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { type Decimal, decimal, formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero } from "@/lib/domain/money/decimal-arithmetic";

/** What of a line decides the quantities and prices of its parts. */
export type Configured = {
  readonly quantity: Decimal;
  readonly components: readonly ComponentChoice[];
  readonly attributes: AttributeValues;
};

/** A part of the plan on a line with the quantity it has there. */
export type ConfiguredPart = { readonly component: Component; readonly quantity: Decimal };

/** The attribute that carries a component's quantity on the order; IBM calls it `item_qty`. */
export function quantityAttribute<A extends Pick<ComponentAttribute, "key" | "type" | "unitOfMeasure">>(component: {
  readonly attributes: readonly A[];
}): A | null {
  const counts = (attribute: A) => attribute.type === "number" && attribute.unitOfMeasure !== null;
  return component.attributes.find(({ key }) => key === "item_qty") ?? component.attributes.find(counts) ?? null;
}

/** The base of the plan, there with every line of it whether named or not; null where it has none. */
export function baseComponent(configuration: PlanConfiguration | null): Component | null {
  return configuration?.components.find((component) => component.kind === "base") ?? null;
}

/** A value given on the line wins over the choice's quantity, and both over the quantity of the line. */
export function partQuantity(component: Component, line: Configured): Decimal {
  const attribute = quantityAttribute(component);
  const given = attribute ? line.attributes[component.key]?.[attribute.key] : undefined;
  const value = given === undefined ? null : parseDecimal(given);
  if (value) return value;
  const chosen = line.components.find(({ key }) => key === component.key)?.quantity;
  return chosen === undefined ? line.quantity : decimal(chosen);
}

/** The chosen options in the plan's order, each once. */
export function chosenOptions(configuration: PlanConfiguration | null, line: Configured): ConfiguredPart[] {
  if (!configuration || line.components.length === 0) return [];
  const chosen = new Set(line.components.map(({ key }) => key));
  return configuration.components
    .filter((component) => component.kind === "option" && chosen.has(component.key))
    .map((component) => ({ component, quantity: partQuantity(component, line) }));
}

/**
 * The plan's own rows; a chosen size lists at its own price, and a plan without a price at that of its base. A choice
 * for 0 beside a price, such as a region, adds nothing and makes nothing free.
 */
export function baseRows(
  rows: readonly PriceRow[],
  base: Component | null,
  attributes: AttributeValues,
): readonly PriceRow[] {
  if (!base) return rows;
  const size = choicePrice(base, attributes);
  const others = rows.filter((row) => row.kind !== "recurring");
  if (others.length < rows.length && (size === null || !isPositive(size))) return rows;
  return [...others, ...partRows(base, attributes)];
}

/**
 * The list price of a component as a price row; empty where the vendor gives none. Each attribute has a list price of
 * its own, an enumeration one for each value (IBM's description of `listUnitPrice`), so they add up.
 */
export function partRows(component: Component, attributes: AttributeValues): readonly PriceRow[] {
  const own = component.attributes.find((attribute) => attribute.listUnitPrice !== null)?.listUnitPrice ?? null;
  const size = choicePrice(component, attributes);
  if (own === null) return size === null ? [] : listRows(component.currency, size);
  return listRows(component.currency, addDecimals(decimal(own), size ?? decimalZero));
}

/** What one unit of the chosen values lists at; null where no chosen value has a price. */
function choicePrice(component: Component, attributes: AttributeValues): Decimal | null {
  let sum: Decimal | null = null;
  for (const attribute of component.attributes) {
    if (attribute.type !== "enumeration") continue;
    const value = attributes[component.key]?.[attribute.key];
    const listed = attribute.choices.find((choice) => choice.value === value)?.listUnitPrice;
    if (listed !== undefined && listed !== null) sum = addDecimals(sum ?? decimalZero, decimal(listed));
  }
  return sum;
}

function isPositive({ units }: Decimal): boolean {
  return units > 0n;
}

function listRows(currency: CurrencyCode | null, amount: Decimal): readonly PriceRow[] {
  if (currency === null) return [];
  return [{ side: "list", kind: "recurring", currency, amount: formatDecimal(amount), model: "flat", from: "0" }];
}
