import type { Cart, CartProblem, CartSettings, CartVerdict, ProductLookup } from "@/lib/domain/cart/cart";
import { findConfigurationProblems } from "@/lib/domain/cart/configuration-problems";
import { findExclusions, findLineProblems } from "@/lib/domain/cart/line-problems";
import { nestLines } from "@/lib/domain/cart/nest-lines";
import { findQuantityProblems } from "@/lib/domain/cart/quantity-problems";
import { findRequirementProblems } from "@/lib/domain/cart/requirement-problems";
import { isKnownLine } from "@/lib/domain/cart/resolve-line";
import { setScene } from "@/lib/domain/cart/scene";
import { splitOrders } from "@/lib/domain/cart/split-orders";
import { noPriceRules } from "@/lib/domain/pricing/rule-set";

/** Every reason the cart cannot be ordered, in line order, with ways out; its orders; and what stands under what. */
export function judgeCart(cart: Cart, lookup: ProductLookup, settings: CartSettings): CartVerdict {
  const scene = setScene(cart, lookup, settings);
  const quantities = findQuantityProblems(scene);
  const requirements = findRequirementProblems(scene);
  const problems: CartProblem[] = [];
  for (const resolved of scene.lines) {
    const { id } = resolved.line;
    problems.push(...findLineProblems(scene, resolved), ...(quantities.get(id) ?? none));
    problems.push(...(requirements.get(id) ?? none), ...findExclusions(scene, resolved));
    if (isKnownLine(resolved)) problems.push(...findConfigurationProblems(scene, resolved));
  }
  return { problems, orders: splitOrders(scene.lines), nesting: nestLines(scene) };
}

const none: readonly CartProblem[] = [];

/** For carts judged without house rules, owned products or price rules. */
export function plainSettings(date: string): CartSettings {
  return { houseRules: [], owned: [], prices: noPriceRules, customer: null, date };
}
