import { formatMoney, formatPerInFull, isZero } from "@/components/ui/format";
import type { PublicProduct } from "@/lib/contracts/public-product";

const LENGTH_MAX = 200;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|cloud|example)\b\S*/gi;

/** One line about a product for whoever is sent its link: what it is and what it costs them. No address stands in it. */
export function previewText(product: Pick<PublicProduct, "headline" | "categories" | "serviceType" | "plans">): string {
  const { headline, categories, serviceType, plans } = product;
  const kind = [...categories.slice(0, 1), serviceType].filter(Boolean).join(", ");
  const words = (headline ?? kind).replace(ADDRESS, "").replace(/\s+/g, " ").trim();
  const sentences = [words, priceSentence(plans)].filter((text) => text !== "");
  const line = sentences.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(" ");
  return line.length <= LENGTH_MAX ? line : `${line.slice(0, LENGTH_MAX - 1).trimEnd()}…`;
}

/** Only one plan's amount is a price; of several the first that is offered says so. */
function priceSentence(plans: PublicProduct["plans"]): string {
  const priced = plans.find(({ price }) => price !== null && !isZero(price.amount));
  if (!priced?.price) return "";
  const amount = `${formatMoney(priced.price)} ${formatPerInFull(priced.billingPeriod)}`;
  return plans.length > 1 ? `${priced.name}: ${amount}` : amount;
}
