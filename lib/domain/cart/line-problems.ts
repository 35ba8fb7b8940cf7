import type { CartFix, CartProblem, CartProblemKind } from "@/lib/domain/cart/cart";
import { makeFix } from "@/lib/domain/cart/fixes";
import { isKnownLine, type KnownLine, type ResolvedLine, whyNotOrderable } from "@/lib/domain/cart/resolve-line";
import type { Scene } from "@/lib/domain/cart/scene";
import { joinNames, notOrderableWords } from "@/lib/domain/cart/words";
import { refId } from "@/lib/domain/dependencies/house-rule-index";
import { baseComponent, baseRows, chosenOptions, partRows } from "@/lib/domain/pricing/configured-parts";
import { soldElsewhere } from "@/lib/domain/pricing/pick-currency";
import { decimal } from "@/lib/domain/money/decimal";

/** Problems a line has whatever else is in the cart, apart from its quantity and configuration. */
export function findLineProblems(scene: Scene, resolved: ResolvedLine): CartProblem[] {
  const { line } = resolved;
  if (!isKnownLine(resolved)) {
    const what = resolved.product ? `This plan of ${resolved.product.name}` : scene.nameOf(refId(line));
    return [problem("unknown-product", resolved, `${what} is no longer offered`, scene)];
  }
  const { product, plan } = resolved;
  const reason = whyNotOrderable(product, plan);
  if (reason !== null)
    return [problem("not-orderable", resolved, `${product.name} ${notOrderableWords[reason]}`, scene)];
  if (!scene.isPriced(resolved)) {
    return [problem("not-orderable", resolved, `${product.name} has no price in ${scene.cart.currency}`, scene)];
  }
  return findCurrencyProblems(scene, resolved);
}

/** Products a house rule keeps apart, told on the line of the rule's subject. */
export function findExclusions(scene: Scene, resolved: ResolvedLine): CartProblem[] {
  const { line, product } = resolved;
  if (!product) return [];
  const own = refId(line);
  const kind = "excluded";
  return scene.rulesOf(product).flatMap((rule) => {
    if (rule.kind !== "excludes") return [];
    const others = rule.products.map(refId).filter((id) => id !== own && scene.linesById.has(id));
    return [...new Set(others)].map((other) => ({
      kind,
      lineId: line.id,
      message: rule.message ?? `${product.name} cannot be ordered together with ${scene.nameOf(other)}`,
      fixes: [own, other].map((id) =>
        makeFix(kind, line.id, `Remove ${scene.nameOf(id)}`, { removes: linesOf(scene, id) }),
      ),
      field: null,
    }));
  });
}

function findCurrencyProblems(scene: Scene, resolved: KnownLine): CartProblem[] {
  const { line, product, plan } = resolved;
  const { currency } = scene.cart;
  const kind = "mixed-currency";
  const rows = baseRows(plan.prices, baseComponent(plan.configuration), line.attributes);
  const sold = soldElsewhere(rows, currency);
  if (sold.length > 0) {
    return [problem(kind, resolved, `${product.name} has no price in ${currency}, only in ${joinNames(sold)}`, scene)];
  }
  const configured = { ...line, quantity: decimal(line.quantity) };
  return chosenOptions(plan.configuration, configured).flatMap(({ component }) => {
    const currencies = soldElsewhere(partRows(component, line.attributes), currency);
    if (currencies.length === 0) return [];
    const components = line.components.filter(({ key }) => key !== component.key);
    const changes = [{ lineId: line.id, components }];
    return [
      {
        kind,
        lineId: line.id,
        message: `${component.name} has no price in ${currency}, only in ${joinNames(currencies)}`,
        fixes: [makeFix(kind, line.id, `Remove ${component.name}`, { changes })],
        field: component.key,
      },
    ];
  });
}

function problem(kind: CartProblemKind, { line }: ResolvedLine, message: string, scene: Scene): CartProblem {
  return { kind, lineId: line.id, message, fixes: [removeLineFix(kind, scene, line)], field: null };
}

export function removeLineFix(kind: CartProblemKind, scene: Scene, line: ResolvedLine["line"]): CartFix {
  return makeFix(kind, line.id, `Remove ${scene.nameOf(refId(line))}`, { removes: [line.id] });
}

export function linesOf(scene: Scene, id: string): string[] {
  return (scene.linesById.get(id) ?? []).map(({ line }) => line.id);
}
