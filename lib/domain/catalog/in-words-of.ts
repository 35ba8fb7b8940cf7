import type { Plan, Product } from "@/lib/domain/catalog/product";

/**
 * The product in the vendor's words of another locale. Only words change: prices, periods and groups stay those that
 * the list is sorted and filtered by and that a cart takes.
 */
export function inWordsOf(product: Product, other: Product): Product {
  const words = new Map(other.plans.map((plan) => [plan.key, plan]));
  const { descriptionHtml, headline, benefits, resources, keywords, facts } = other.details;
  return {
    ...product,
    locale: other.locale,
    name: other.name,
    summary: other.summary,
    plans: product.plans.map((plan) => planInWords(plan, words.get(plan.key))),
    details: { ...product.details, descriptionHtml, headline, benefits, resources, keywords, facts },
  };
}

function planInWords(plan: Plan, other: Plan | undefined): Plan {
  if (!other) return plan;
  const { name, description, attributes } = other;
  return { ...plan, name, description, attributes };
}
