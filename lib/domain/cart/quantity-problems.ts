import type { CartFix, CartProblem } from "@/lib/domain/cart/cart";
import { makeFix } from "@/lib/domain/cart/fixes";
import { linesOf } from "@/lib/domain/cart/line-problems";
import { boundsOf, type Quantities, ratioSubjects } from "@/lib/domain/cart/quantity-bounds";
import { isKnownLine, type KnownLine } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { joinNames, quantityWords } from "@/lib/domain/cart/words";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import { allowedFrom, allowedUpTo, type Limit, type QuantityLimits } from "@/lib/domain/dependencies/quantity-limits";
import { compareDecimals, decimal, type Decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { decimalZero, isMultipleOf, trimDecimal } from "@/lib/domain/money/decimal-arithmetic";

type QuantityKind = "quantity-below-minimum" | "quantity-above-maximum" | "quantity-step";
type Breach = { readonly kind: QuantityKind; readonly words: string };

const one: Decimal = { units: 1n, scale: 0 };

/** What is wrong with the quantity of each line, with quantities that would be right. Nothing is changed by itself. */
export function findQuantityProblems(scene: Scene): Map<string, CartProblem[]> {
  const quantities = new Map(scene.lines.map(({ line }) => [line.id, decimal(line.quantity)] as const));
  const now: Quantities = (id) => quantities.get(id) ?? null;
  const subjects = ratioSubjects(scene);
  const problems = new Map<string, CartProblem[]>();
  for (const resolved of scene.lines) {
    if (!isKnownLine(resolved)) continue;
    const breaches = breachesOf(boundsOf(scene, resolved, now), now(resolved.line.id) ?? decimalZero);
    if (breaches.length === 0) continue;
    const fixesOf = (kind: QuantityKind) => quantityFixes(scene, resolved, kind, now, subjects);
    problems.set(
      resolved.line.id,
      breaches.map(({ kind, words }) => ({
        kind,
        lineId: resolved.line.id,
        message: `${resolved.product.name}: ${words}`,
        fixes: fixesOf(kind),
        field: "quantity",
      })),
    );
  }
  return problems;
}

function breachesOf(limits: QuantityLimits, quantity: Decimal): Breach[] {
  const { minimum, maximum, steps } = limits;
  const breaches: Breach[] = [];
  if (quantity.units <= 0n || compareDecimals(quantity, minimum.value) < 0) {
    const least = allowedFrom({ ...limits, maximum: null }, smallest(limits)) ?? minimum.value;
    breaches.push({ kind: "quantity-below-minimum", words: limitWords("min", { ...minimum, value: least }) });
  }
  if (maximum && compareDecimals(quantity, maximum.value) > 0) {
    breaches.push({ kind: "quantity-above-maximum", words: limitWords("max", maximum) });
  }
  const step = steps.find(({ value }) => !isMultipleOf(quantity, value));
  if (step) breaches.push({ kind: "quantity-step", words: step.why ?? `in steps of ${inWords(step.value)}` });
  return breaches;
}

function limitWords(bound: "min" | "max", { value, why }: Limit): string {
  const plain = `${bound} ${inWords(value.units < 0n ? decimalZero : value)}`;
  return why === null ? plain : `${why} (${plain})`;
}

function inWords(value: Decimal): string {
  return quantityWords(formatDecimal(value));
}

/** A line orders at least something: one unit, where the vendor names no minimum. */
function smallest(limits: QuantityLimits): Decimal {
  return limits.minimum.value.units > 0n ? limits.minimum.value : one;
}

type Plan = ReadonlyMap<string, Decimal | null>;

function quantityFixes(
  scene: Scene,
  resolved: KnownLine,
  kind: QuantityKind,
  now: Quantities,
  subjects: ReadonlyMap<string, ReadonlySet<string>>,
): CartFix[] {
  const { line } = resolved;
  const limits = wholeUnits(boundsOf(scene, resolved, now), line.quantity);
  const quantity = decimal(line.quantity);
  const upwards = kind === "quantity-above-maximum" ? null : allowedFrom(limits, larger(quantity, smallest(limits)));
  const downwards = kind === "quantity-below-minimum" ? null : allowedUpTo(limits, quantity);
  const targets = [upwards, downwards].filter((target) => target !== null);
  const plans = targets.map((target) => settle(scene, new Map([[line.id, target]]), now, subjects));
  const gone = settle(scene, new Map(linesOf(scene, refId(line)).map((id) => [id, null])), now, subjects);
  return [...plans, gone].filter((plan) => plan !== null).map((plan) => planFix(scene, resolved, kind, plan));
}

/** Where whole units are ordered, a limit of 2.5 allows 2. */
function wholeUnits(limits: QuantityLimits, quantity: string): QuantityLimits {
  if (!isMultipleOf(decimal(quantity), one)) return limits;
  const whole = { ...limits, steps: [...limits.steps, { value: one, why: null }] };
  return allowedFrom(whole, smallest(limits)) ? whole : limits;
}

/** Carries a change on to lines whose ratio to it would break; null where that does not come to rest. */
function settle(
  scene: Scene,
  start: Plan,
  now: Quantities,
  subjects: ReadonlyMap<string, ReadonlySet<string>>,
): Plan | null {
  const isFollowed = [...start.keys()].some((lineId) => subjects.has(scene.productIdOf(lineId)));
  if (!isFollowed) return start;
  const plan = new Map(start);
  const after: Quantities = (id) => (plan.has(id) ? (plan.get(id) ?? null) : now(id));
  const moved = [...new Set([...start.keys()].map(scene.productIdOf))];
  const visits = new Map<string, number>();
  for (const id of moved) {
    for (const subject of subjects.get(id) ?? []) {
      const count = (visits.get(subject) ?? 0) + 1;
      if (count > 3) return null;
      visits.set(subject, count);
      const correction = correct(scene, subject, after);
      if (!correction) continue;
      if (correction.some(([lineId]) => start.get(lineId))) return null;
      for (const [lineId, value] of correction) plan.set(lineId, value);
      moved.push(subject);
    }
  }
  return plan;
}

/** The change that puts the product right again; null where nothing is wrong with it. */
function correct(scene: Scene, id: string, after: Quantities): (readonly [string, Decimal | null])[] | null {
  const lines = (scene.linesById.get(id) ?? []).filter(isKnownLine).filter(({ line }) => after(line.id) !== null);
  for (const resolved of lines) {
    const quantity = after(resolved.line.id) ?? decimalZero;
    const limits = boundsOf(scene, resolved, after);
    if (breachesOf(limits, quantity).length === 0) continue;
    const bounded = wholeUnits(limits, formatDecimal(quantity));
    const target = allowedUpTo(bounded, quantity) ?? allowedFrom(bounded, larger(quantity, smallest(bounded)));
    return target ? [[resolved.line.id, target]] : lines.map(({ line }) => [line.id, null]);
  }
  return null;
}

function planFix(scene: Scene, { line }: KnownLine, kind: QuantityKind, plan: Plan): CartFix {
  const changes = [...plan].flatMap(([lineId, value]) =>
    value === null ? [] : [{ lineId, quantity: formatDecimal(trimDecimal(value)) }],
  );
  const removes = [...plan].flatMap(([lineId, value]) => (value === null ? [lineId] : []));
  const name = (lineId: string) => scene.nameOf(scene.productIdOf(lineId));
  const sets = changes.map(({ lineId, quantity }) =>
    lineId === line.id ? `Set quantity to ${quantityWords(quantity)}` : `${name(lineId)} to ${quantityWords(quantity)}`,
  );
  const labels = removes.length > 0 ? [...sets, `Remove ${joinNames(removes.map(name))}`] : sets;
  return makeFix(kind, line.id, labels.join(", "), { changes, removes });
}

function larger(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) >= 0 ? a : b;
}
