import type { Component, ComponentAttribute } from "@/lib/domain/catalog/product";
import type { CartFix, CartLine, CartProblem } from "@/lib/domain/cart/cart";
import type { ComponentChoice } from "@/lib/domain/catalog/configuration-choice";
import { checkAttribute } from "@/lib/domain/cart/check-attribute";
import { makeFix } from "@/lib/domain/cart/fixes";
import { takesLineQuantity } from "@/lib/domain/cart/quantity-bounds";
import { removeLineFix } from "@/lib/domain/cart/line-problems";
import type { KnownLine } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { trimDecimal } from "@/lib/domain/money/decimal-arithmetic";
import { baseComponent, partQuantity, quantityAttribute } from "@/lib/domain/pricing/configured-parts";

/** Components and attribute values the plan's order would lack. Nothing is said of a plan without a configuration. */
export function findConfigurationProblems(scene: Scene, resolved: KnownLine): CartProblem[] {
  const { line, plan, product } = resolved;
  if (!plan.configuration) return [];
  const chosen = new Set(line.components.map(({ key }) => key));
  const base = baseComponent(plan.configuration);
  const problems = plan.configuration.components.flatMap((component) => {
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
  return [...problems, ...findForeignParts(resolved)];
}

/** A part that the plan has not, or has no more, would be refused with the whole order. */
function findForeignParts({ line, plan, product }: KnownLine): CartProblem[] {
  const own = new Set(plan.configuration?.components.map(({ key }) => key));
  const kind = "incomplete-configuration";
  return line.components
    .filter(({ key }) => !own.has(key))
    .map(({ key: foreign }) => {
      const components = line.components.filter(({ key }) => key !== foreign);
      const without = makeFix(kind, line.id, `Remove ${foreign}`, { changes: [{ lineId: line.id, components }] });
      const message = `${product.name} has no part ${foreign}`;
      return { kind, lineId: line.id, message, fixes: [without], field: foreign };
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
  // The count of the base is the line's quantity, which is judged with the other quantities.
  const judged = component.attributes.filter((attribute) => !takesLineQuantity(resolved, component, attribute));
  return judged.flatMap((attribute) => {
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
