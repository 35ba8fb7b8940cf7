import type { CartDto } from "@/lib/contracts/cart";
import type { Cart } from "@/lib/domain/cart/cart";
import { AppError } from "@/lib/server/app-error";
import { withLine } from "@/lib/server/carts/add-to-cart";
import { findCart } from "@/lib/server/carts/cart-store";
import { changeCart } from "@/lib/server/carts/change-cart";
import type { IfMatch } from "@/lib/server/carts/if-match";
import { matchPaste, type MatchedRow, type PasteRowDto } from "@/lib/server/carts/match-paste";
import { parsePaste, PASTED_ROWS_MAX } from "@/lib/server/carts/parse-paste";
import { productsFor } from "@/lib/server/carts/price-lines";
import { settleLines } from "@/lib/server/carts/settle-lines";
import type { Desk } from "@/lib/server/desk";
import type { Viewer } from "@/lib/server/viewer";

export type Paste = { readonly text: string; readonly dryRun: boolean; readonly ifMatch: IfMatch | null };

export type PasteResult = { readonly rows: PasteRowDto[]; readonly applied: number; readonly cart: CartDto | null };

/** Shows what a pasted list means for the cart; adds what is clear only when it is not a dry run. */
export async function pasteIntoCart(desk: Desk, viewer: Viewer, id: string, paste: Paste): Promise<PasteResult> {
  const pasted = parsePaste(paste.text);
  if (pasted.length > PASTED_ROWS_MAX) {
    throw new AppError("invalid", `Paste at most ${PASTED_ROWS_MAX} lines at once; these are ${pasted.length}.`);
  }
  if (paste.dryRun) {
    const cart = await findCart(desk.db, viewer, id, "write");
    const rows = await matchPaste(desk, cart.state, pasted);
    return { rows: rows.map(({ row }) => row), applied: 0, cart: null };
  }
  if (paste.ifMatch === null) {
    throw new AppError("precondition-required", "Send If-Match with the cart's ETag, or * for whatever is there.");
  }
  let matched: readonly MatchedRow[] = [];
  const cart = await changeCart(desk, viewer, id, paste.ifMatch, async ({ state }) => {
    matched = await matchPaste(desk, state, pasted);
    const lines = matched.flatMap(({ add }) => add ?? []);
    const lookup = await productsFor(desk, lines, "without");
    const filled = lines.reduce<Cart>((now, line) => withLine(now, line, lookup), state);
    const label = `Paste ${lines.length === 1 ? "1 line" : `${lines.length} lines`}`;
    return settleLines(desk, state, filled, { action: "pasted", label });
  });
  return { rows: matched.map(({ row }) => row), applied: matched.filter(({ add }) => add !== null).length, cart };
}
