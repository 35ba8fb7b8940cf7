import type { Component, ComponentAttribute } from "@/lib/domain/catalog/product";
import type { KnownLine } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { quantityWords } from "@/lib/domain/cart/words";
import type { HouseRule } from "@/lib/domain/dependencies/house-rule";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import { type QuantityLimits, quantityLimits } from "@/lib/domain/dependencies/quantity-limits";
import { compareDecimals, decimal, type Decimal } from "@/lib/domain/money/decimal";
import { addDecimals, decimalZero, multiplyDecimals, subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import { baseComponent, quantityAttribute } from "@/lib/domain/pricing/configured-parts";

/** Quantities as they are or as a fix would leave them, by line id; null = the line is gone. */
export type Quantities = (lineId: string) => Decimal | null;

type Ratio = HouseRule & { readonly kind: "ratio" };

/** All limits of a line: its plan's, the house's, and what ratios to other lines leave for it. */
export function boundsOf(scene: Scene, resolved: KnownLine, quantities: Quantities): QuantityLimits {
  const { line, product, plan } = resolved;
  const rules = scene.rulesOf(product);
  const own = refId(line);
  let limits = withBaseLimits(quantityLimits(plan, rules), resolved);
  for (const rule of rules) {
    if (rule.kind === "ratio" && isJudgedHere(scene, rule, line.id, own, quantities)) {
      limits = withRatio(limits, scene, rule, line.id, own, quantities);
    }
  }
  return limits;
}

/** The base of a configured plan comes in the line's own quantity and may have limits of its own. */
function withBaseLimits(limits: QuantityLimits, resolved: KnownLine): QuantityLimits {
  const base = baseComponent(resolved.plan.configuration);
  const attribute = base && quantityAttribute(base);
  if (!base || !attribute || !takesLineQuantity(resolved, base, attribute)) return limits;
  const minimum = attribute.minimum === null ? null : decimal(attribute.minimum);
  const maximum = attribute.maximum === null ? null : decimal(attribute.maximum);
  return {
    ...limits,
    ...(minimum && compareDecimals(minimum, limits.minimum.value) > 0
      ? { minimum: { value: minimum, why: null } }
      : {}),
    ...(maximum && (!limits.maximum || compareDecimals(maximum, limits.maximum.value) < 0)
      ? { maximum: { value: maximum, why: null } }
      : {}),
  };
}

/** True where the attribute is the count of the plan's base and nobody gave the base a quantity apart from the line's. */
export function takesLineQuantity(
  { line, plan }: Pick<KnownLine, "line" | "plan">,
  component: Component,
  attribute: ComponentAttribute,
): boolean {
  if (component !== baseComponent(plan.configuration) || attribute.type !== "number") return false;
  if (quantityAttribute(component)?.key !== attribute.key) return false;
  const given = line.attributes[component.key]?.[attribute.key]?.trim() ?? "";
  return given === "" && line.components.every(({ key, quantity }) => key !== component.key || quantity === undefined);
}

/** Ratio rules by the product whose quantity they look at: product id → ids of the products they bind. */
export function ratioSubjects(scene: Scene): ReadonlyMap<string, ReadonlySet<string>> {
  const subjects = new Map<string, Set<string>>();
  for (const [id, lines] of scene.linesById) {
    const product = lines[0]?.product;
    if (!product) continue;
    for (const rule of scene.rulesOf(product)) {
      if (rule.kind !== "ratio") continue;
      const to = refId(rule.to);
      subjects.set(to, (subjects.get(to) ?? new Set()).add(id));
    }
  }
  return subjects;
}

/** A ratio binds the product as a whole; it is told once, on the first of its lines. */
function isJudgedHere(scene: Scene, rule: Ratio, lineId: string, own: string, quantities: Quantities): boolean {
  const to = refId(rule.to);
  if (to === own || scene.isOwned(to)) return false;
  const first = (scene.linesById.get(own) ?? []).find(({ line }) => quantities(line.id) !== null);
  return first?.line.id === lineId;
}

function withRatio(
  limits: QuantityLimits,
  scene: Scene,
  rule: Ratio,
  lineId: string,
  own: string,
  quantities: Quantities,
): QuantityLimits {
  const to = refId(rule.to);
  const others = subtractDecimals(totalOf(scene, own, quantities), quantities(lineId) ?? decimalZero);
  const share = subtractDecimals(multiplyDecimals(decimal(rule.per), totalOf(scene, to, quantities)), others);
  const bound = {
    at: share,
    words: rule.bound === "at-most" ? "at most" : rule.bound === "exactly" ? "exactly" : "at least",
  };
  const why = rule.message ?? `${bound.words} ${quantityWords(rule.per)} for each ${scene.nameOf(to)}`;
  const limit = { value: share, why };
  let { minimum, maximum } = limits;
  if (rule.bound !== "at-most" && compareDecimals(share, minimum.value) > 0) minimum = limit;
  if (rule.bound !== "at-least" && (!maximum || compareDecimals(share, maximum.value) < 0)) maximum = limit;
  return { ...limits, minimum, maximum };
}

function totalOf(scene: Scene, id: string, quantities: Quantities): Decimal {
  return (scene.linesById.get(id) ?? []).reduce(
    (sum, { line }) => addDecimals(sum, quantities(line.id) ?? decimalZero),
    decimalZero,
  );
}
