import type { CartVerdict } from "@/lib/domain/cart/cart";
import { isKnownLine } from "@/lib/domain/cart/resolve-line";
import type { Amount } from "@/lib/domain/money/money";
import { lowestPrice } from "@/lib/domain/pricing/lowest-price";
import { priceContext } from "@/lib/domain/pricing/price-context";
import type { GuardFinding } from "@/lib/domain/pricing/price-line";
import { judgeQuoteLine } from "@/lib/domain/quotes/judge-quote-line";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import type { QuoteDocument } from "@/lib/server/quotes/quote-document";

/** A line that breaks floors or ceilings, with what the seller said about its price. */
export type FoundLine = {
  readonly lineId: string;
  readonly name: string;
  readonly price: Amount;
  readonly findings: readonly GuardFinding[];
  readonly reason: string | null;
};

export type QuoteJudgement = { readonly verdict: CartVerdict; readonly found: readonly FoundLine[] };

/** The stored amounts of a version against the limits in force, and its lines against the catalog of today. */
export async function judgeQuote(
  desk: Desk,
  { content, lines }: Pick<QuoteDocument, "content" | "lines">,
  unreadable: "without" | "refuse",
): Promise<QuoteJudgement> {
  const view = await viewCart(desk, content, { unreadable });
  const stored = new Map(lines.map((line) => [line.id, line]));
  const found = view.lines.flatMap(({ line, product, plan, priced }): FoundLine[] => {
    const quoted = stored.get(line.id);
    if (!quoted || !isKnownLine({ line, product, plan }) || !product) return [];
    const context = priceContext(product, view.customer?.id ?? null);
    const costToday = priced?.recurring?.cost ?? null;
    const overuseToday = priced?.overuse ?? [];
    const findings = judgeQuoteLine(quoted, { rules: desk.prices, context, costToday, overuseToday });
    const price = quoted.price ?? lowestPrice(quoted.overuse ?? []);
    if (findings.length === 0 || !price) return [];
    return [{ lineId: line.id, name: quoted.name, price, findings, reason: line.typed?.reason ?? null }];
  });
  return { verdict: view.verdict, found };
}
