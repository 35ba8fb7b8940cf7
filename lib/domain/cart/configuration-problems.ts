import type { Component, ComponentAttribute } from "@/lib/domain/catalog/product";
import type { CartFix, CartProblem, ComponentChoice } from "@/lib/domain/cart/cart";
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
  const { line, plan } = resolved;
  const components = plan.configuration?.components ?? [];
  const chosen = new Set(line.components.map(({ key }) => key));
  const option = components.find(({ key, kind }) => kind === "option" && chosen.has(key));
  const base = baseComponent(plan.configuration);
  const problems: CartProblem[] = [];
  for (const component of components) {
    if (chosen.has(component.key)) {
      problems.push(...findAttributeProblems(scene, resolved, component));
    } else if (option && component === base) {
      problems.push(missingPart(resolved, component, "missing-requirement", `${option.name} needs ${component.name}`));
    } else if (component.required || component === base) {
      const message = `${resolved.product.name} needs its part ${component.name}`;
      problems.push(missingPart(resolved, component, "incomplete-configuration", message));
    }
  }
  return problems;
}

function missingPart(
  { line, plan }: KnownLine,
  component: Component,
  kind: "missing-requirement" | "incomplete-configuration",
  message: string,
): CartProblem {
  const components: ComponentChoice[] = [...line.components, { key: component.key }];
  const options = plan.configuration?.components.filter((part) => part.kind === "option") ?? [];
  const optionKeys = new Set(options.map(({ key }) => key));
  const fixes = [makeFix(kind, line.id, `Add ${component.name}`, { changes: [{ lineId: line.id, components }] })];
  if (kind === "missing-requirement") {
    const bare = line.components.filter(({ key }) => !optionKeys.has(key));
    fixes.push(makeFix(kind, line.id, "Remove the options", { changes: [{ lineId: line.id, components: bare }] }));
  }
  return { kind, lineId: line.id, message, fixes, field: component.key };
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
