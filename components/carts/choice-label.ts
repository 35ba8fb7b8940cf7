import { formatMoney, formatNumber } from "@/components/ui/format";
import { decimal, formatDecimal } from "@/lib/domain/money/decimal";
import { subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";

type Choice = { label: string; value: string; listUnitPrice: { amount: string; currency: string } | null };

/** "Gold: USD 12.00 each (+2.00)": the price of a choice and what taking it would change, before it is taken. */
export function choiceLabel(choice: Choice, current: Choice | null): string {
  const price = choice.listUnitPrice;
  if (!price) return choice.label;
  const now = current?.listUnitPrice;
  const change =
    now && now.currency === price.currency && choice.value !== current.value
      ? ` (${signed(formatDecimal(subtractDecimals(decimal(price.amount), decimal(now.amount)), 2))})`
      : "";
  return `${choice.label}: ${formatMoney(price)} each${change}`;
}

function signed(amount: string): string {
  return amount.startsWith("-") ? formatNumber(amount) : `+${formatNumber(amount)}`;
}
