import type { Component, ComponentAttribute } from "@/lib/domain/catalog/product";
import type { CartFix, CartLine, CartProblem, ComponentChoice } from "@/lib/domain/cart/cart";
import { checkAttribute } from "@/lib/domain/cart/check-attribute";
import { makeFix } from "@/lib/domain/cart/fixes";
import { removeLineFix } from "@/lib/domain/cart/line-problems";
import type { KnownLine } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { baseComponent, partQuantity, quantityAttribute } from "@/lib/domain/pricing/configured-parts";

/** Components and attribute values the plan's order would lack. Nothing is said of a plan without a configuration. */
export function findConfigurationProblems(scene: Scene, resolved: KnownLine): CartProblem[] {
  const { line, plan, product } = resolved;
  const chosen = new Set(line.components.map(({ key }) => key));
  const base = baseComponent(plan.configuration);
  return (plan.configuration?.components ?? []).flatMap((component) => {
    const isChosen = chosen.has(component.key);
    const belongs = component.required || component === base;
    // Of a part that has to come, all that will be missing is said at once.
    const values = isChosen || belongs ? findAttributeProblems(scene, resolved, component) : [];
    if (belongs && !isChosen) {
      const message = `${product.name} needs its part ${component.name}`;
      return [missingPart(line, component, component.key, "incomplete-configuration", message)].concat(values);
    }
    if (component.kind === "base" || !base || !isChosen || chosen.has(base.key)) return values;
    return [optionWithoutBase(line, component, base)].concat(values);
  });
}

function missingPart(
  line: CartLine,
  missing: Component,
  field: string,
  kind: "missing-requirement" | "incomplete-configuration",
  message: string,
): CartProblem {
  const components: ComponentChoice[] = [...line.components, { key: missing.key }];
  const fix = makeFix(kind, line.id, `Add ${missing.name}`, { changes: [{ lineId: line.id, components }] });
  return { kind, lineId: line.id, message, fixes: [fix], field };
}

function optionWithoutBase(line: CartLine, option: Component, base: Component): CartProblem {
  const kind = "missing-requirement";
  const problem = missingPart(line, base, option.key, kind, `${option.name} needs ${base.name}`);
  const components = line.components.filter(({ key }) => key !== option.key);
  const without = makeFix(kind, line.id, `Remove ${option.name}`, { changes: [{ lineId: line.id, components }] });
  return { ...problem, fixes: option.required ? problem.fixes : [...problem.fixes, without] };
}

function findAttributeProblems(scene: Scene, resolved: KnownLine, component: Component): CartProblem[] {
  return component.attributes.flatMap((attribute) => {
    const trouble = checkAttribute(attribute, attributeValue(resolved, component, attribute));
    if (trouble === null) return [];
    const kind = "incomplete-configuration";
    const fix = removePartFix(scene, resolved, component);
    return [
      {
        kind,
        lineId: resolved.line.id,
        message: `${component.name}: ${attribute.name} ${trouble}`,
        fixes: [fix],
        field: `${component.key}.${attribute.key}`,
      },
    ];
  });
}

/** The value an order would carry: what was given, and for the quantity's own attribute the quantity. */
export function attributeValue(
  { line }: Pick<KnownLine, "line">,
  component: Component,
  attribute: ComponentAttribute,
): string | null {
  const given = line.attributes[component.key]?.[attribute.key];
  if (given !== undefined && given.trim() !== "") return given.trim();
  if (quantityAttribute(component)?.key !== attribute.key) return null;
  const configured = { ...line, quantity: decimal(line.quantity) };
  return formatDecimal(trimDecimal(partQuantity(component, configured)));
}

/** A value only a person can give; the way out without it is to leave the part, or the line, out. */
function removePartFix(scene: Scene, { line }: KnownLine, component: Component): CartFix {
  const kind = "incomplete-configuration";
  if (component.kind === "base" || component.required) return removeLineFix(kind, scene, line);
  const components = line.components.filter(({ key }) => key !== component.key);
  return makeFix(kind, line.id, `Remove ${component.name}`, { changes: [{ lineId: line.id, components }] });
}
