import type { AttributeType, Component, ComponentAttribute, PlanConfiguration } from "@/lib/domain/catalog/product";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import type { DecimalString } from "@/lib/domain/money/decimal";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";
import type { IbmAttribute, IbmComponent, IbmPlanConfig } from "@/lib/vendors/ibm/schemas";
import { identifier, plainText, textMax } from "@/lib/vendors/text";

/** A plan's components and attributes: IBM's dependency graph. */
export function mapPlanConfiguration(config: IbmPlanConfig): PlanConfiguration {
  const components = config.components ?? [];
  return {
    components: components.map((component) => mapComponent(component, components.length === 1)),
    allowedPlanChanges: ids(config.allowedPlanChanges),
    // Absent means that it can be cancelled (API Explorer, "Get plan configurations").
    cancellable: config.supportsCancellation !== false,
    subscriptionManaged: config.isSubscriptionManagementAllowed === true,
    countries: config.marketableCountries ? names(config.marketableCountries) : null,
  };
}

function mapComponent(component: IbmComponent, alone: boolean): Component {
  const currency = component.currencyCode?.trim().toUpperCase() ?? "";
  const key = component.partIdentifier.trim();
  return {
    key,
    name: plainText(component.name, textMax.name) ?? key,
    description: plainText(component.description, textMax.paragraph),
    kind: kindOf(component, alone),
    required: component.required === true,
    currency: isCurrencyCode(currency) ? currency : null,
    attributes: (component.attributes ?? []).map(mapAttribute),
    changeableTo: ids(component.allowedPartChanges),
  };
}

/** "bundle" is the base part and "option" an add-on; a plan with a single part of no stated type is that part. */
function kindOf(component: IbmComponent, alone: boolean): Component["kind"] {
  const type = component.partType?.trim().toLowerCase();
  if (type === "bundle") return "base";
  return type !== "option" && alone ? "base" : "option";
}

function mapAttribute(attribute: IbmAttribute): ComponentAttribute {
  const type = typeOf(attribute);
  const prices = attribute.listUnitPrice ?? [];
  return {
    key: attribute.attributeName,
    name: plainText(attribute.name, textMax.name) ?? attribute.attributeName,
    description: plainText(attribute.description, textMax.paragraph),
    type,
    minimum: readQuantity(attribute.min),
    maximum: readQuantity(attribute.max),
    choices: type === "enumeration" ? choicesOf(attribute) : [],
    required: attribute.optional !== true,
    unitOfMeasure: plainText(attribute.unitOfMeasure, textMax.name),
    // For an enumeration the prices belong to the choices.
    listUnitPrice: type !== "enumeration" && prices.length === 1 ? readAmount(prices[0]) : null,
    changeable: attribute.supportsOrderUpdates ?? null,
  };
}

const types: ReadonlySet<string> = new Set<AttributeType>(["text", "number", "enumeration", "url", "email"]);

/** The type is often missing in real answers; then the other fields tell what is meant. */
function typeOf(attribute: IbmAttribute): AttributeType {
  const stated = attribute.type?.trim().toLowerCase() ?? "";
  const named = valuesOf(attribute).length > 0;
  // With nothing to choose from, a choice could never be made.
  if (stated === "enumeration" && !named) return "text";
  if (isAttributeType(stated)) return stated;
  if (named) return "enumeration";
  const counts = attribute.min !== null && attribute.min !== undefined;
  return counts || attribute.unitOfMeasure || attribute.attributeName === "item_qty" ? "number" : "text";
}

function isAttributeType(type: string): type is AttributeType {
  return types.has(type);
}

/** `displayValues` maps what is shown to what is sent; prices are aligned with the values or are not used at all. */
function choicesOf(attribute: IbmAttribute): ComponentAttribute["choices"] {
  const values = valuesOf(attribute);
  const labels = new Map(shownValues(attribute).map(([label, value]) => [value, label]));
  const prices: readonly (DecimalString | null)[] = (attribute.listUnitPrice ?? []).map(readAmount);
  const aligned = prices.length === values.length;
  return values.map((value, index) => ({
    label: plainText(labels.get(value) ?? value, textMax.name) ?? value,
    value,
    listUnitPrice: aligned ? (prices[index] ?? null) : null,
  }));
}

function shownValues(attribute: IbmAttribute): [string, string][] {
  return (attribute.displayValues ?? []).flatMap((entry) =>
    Object.entries(entry).flatMap(([label, value]): [string, string][] =>
      isValue(value) ? [[label, String(value)]] : [],
    ),
  );
}

/** Documented as a text, seen as a list. A text may hold several values; its other fields tell whether a comma divides them. */
function valuesOf(attribute: IbmAttribute): string[] {
  const shown = shownValues(attribute).map(([, value]) => value);
  const { values } = attribute;
  if (Array.isArray(values)) return unique(values.filter(isValue).map(String));
  if (typeof values !== "string" || values.trim() === "") return unique(shown);
  const parts = values.split(",");
  const single = shown.includes(values) || (parts.length > 1 && attribute.listUnitPrice?.length === 1);
  return unique(single ? [values] : parts);
}

/** Documented as text. A number is sent back as it reads; it is no amount of money. */
function isValue(value: unknown): value is string | number {
  return typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => identifier(value) ?? []))];
}

function ids(values: readonly string[] | null | undefined): string[] {
  return unique(values ?? []);
}

function names(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => plainText(value, textMax.name) ?? []))];
}
