import type { CartSummary } from "@/lib/contracts/cart";
import { parseCartState } from "@/lib/server/carts/cart-state";
import { totalsOf } from "@/lib/server/carts/to-totals";
import { viewCart } from "@/lib/server/carts/view-cart";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

/** The viewer's own carts, newest change first, judged and priced as of now. */
export async function listCarts(desk: Desk, viewer: Viewer): Promise<{ items: CartSummary[]; total: number }> {
  const rows = await desk.db
    .selectFrom("carts")
    .select(["id", "version", "document", "updated_at"])
    .where("owner_id", "=", viewer.userId)
    .where("deleted_at", "is", null)
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const items = await Promise.all(
    rows.map(async ({ id, version, document, updated_at: updatedAt }): Promise<CartSummary> => {
      const { name, currency, customer, lines } = parseCartState(document);
      const view = await viewCart(desk, { currency, customer, lines });
      const totals = totalsOf(
        view.lines.map(({ priced }) => priced),
        currency,
        false,
      )[currency];
      const monthly = lines.length > 0 ? (totals?.monthly ?? null) : null;
      const problemCount = view.verdict.problems.length;
      return { id, name, currency, version, lineCount: lines.length, monthly, problemCount, updatedAt };
    }),
  );
  return { items, total: items.length };
}
