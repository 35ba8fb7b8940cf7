import { formatCount, formatNumber, formatQuantity } from "@/components/ui/format";
import type { OveruseDto } from "@/lib/contracts/amount";
import { isByUse } from "@/lib/domain/pricing/by-use";

type Used = Pick<OveruseDto, "from" | "model" | "price">;
type UsedLine = { readonly price: OveruseDto["price"] | null; readonly overuse?: readonly Used[] | undefined };

const tierWords: Record<Used["model"], string> = {
  flat: "",
  volume: " (all units at the price of the tier reached)",
  graduated: " (each unit at the price of its tier)",
};

/** "billed by use, 0.12 USD per unit", beside a recurring price "above the limit: 0.12 USD per unit"; null without. */
export function overuseWords(line: UsedLine, language?: string): string | null {
  const [first, ...rest] = line.overuse ?? [];
  if (!first) return null;
  const each = ({ price }: Used) => `${formatNumber(price.amount, language)} ${price.currency} per unit`;
  const tiers = rest.map((tier) => `from ${formatQuantity(tier.from, language)} units ${each(tier)}`);
  const words = `${[each(first), ...tiers].join(", ")}${rest.length > 0 ? tierWords[first.model] : ""}`;
  return isByUse(line) ? `billed by use, ${words}` : `above the limit: ${words}`;
}

/** What totals leave out; null where they leave out nothing. */
export function outsideTotals(lines: readonly UsedLine[]): string | null {
  const count = lines.filter(isByUse).length;
  if (count === 0) return null;
  return `${formatCount(count, "line is", "lines are")} billed by use; what will be used is in no total.`;
}
