import type { QuoteSummary } from "@/lib/contracts/quote";
import { toAmount, money } from "@/lib/domain/money/money";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { Desk } from "@/lib/server/desk";
import { effectiveState } from "@/lib/server/quotes/effective-state";
import { newestVersions } from "@/lib/server/quotes/newest-versions";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Viewer } from "@/lib/server/viewer";

export type QuoteListWish = { readonly state?: QuoteState | undefined; readonly q?: string | undefined };

/** The newest version of every quote the viewer may see, newest change first. Complete: it never stops at a page. */
export async function listQuotes(
  desk: Desk,
  viewer: Viewer,
  wish: QuoteListWish = {},
): Promise<{ items: QuoteSummary[]; total: number }> {
  const rows = await newestVersions(desk.db, viewer)
    .leftJoin("quote_publications as p", (join) =>
      join.onRef("p.number", "=", "v.number").onRef("p.version", "=", "v.version"),
    )
    .select(["v.number", "v.version", "v.state", "v.valid_until", "v.customer_name", "v.title", "v.prepared_by"])
    .select(["v.currency", "v.first_year", "v.updated_at", "p.time_zone"])
    .orderBy("v.updated_at", "desc")
    .orderBy("v.number", "desc")
    .execute();
  const { timeZone } = await readSellerSettings(desk.db, desk.demo);
  const now = desk.now();
  const items = rows.map((row): QuoteSummary => ({
    number: row.number,
    version: row.version,
    // Every writer of the column takes a `QuoteState`.
    state: effectiveState(
      { state: row.state as QuoteState, validUntil: row.valid_until },
      row.time_zone ?? timeZone,
      now,
    ),
    title: row.title,
    customer: { name: row.customer_name },
    currency: row.currency,
    firstYear: toAmount(money(row.first_year, row.currency)),
    validUntil: row.valid_until,
    updatedAt: row.updated_at,
    preparedBy: row.prepared_by,
  }));
  const found = items.filter((item) => isWished(item, wish));
  return { items: found, total: found.length };
}

function isWished(item: QuoteSummary, { state, q }: QuoteListWish): boolean {
  if (state !== undefined && item.state !== state) return false;
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${item.number} ${item.customer.name} ${item.title} ${item.preparedBy}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
