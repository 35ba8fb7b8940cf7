import type { ListPage } from "@/lib/vendors/crawl";
import type { IbmClient } from "@/lib/vendors/ibm/client";
import type { IbmList } from "@/lib/vendors/ibm/schemas";

/** The page to ask for, and how many records the pages before it held. */
export type IbmCursor = { readonly page: number; readonly read: number };

export type IbmWalk = { readonly locale: string; readonly pageSize: number; readonly pass: number };

/** Addresses in `links` are never followed: the next page is our own base and a number. */
export async function readIbmPage(
  client: IbmClient,
  cursor: IbmCursor,
  { locale, pageSize, pass }: IbmWalk,
  signal: AbortSignal,
): Promise<ListPage<IbmCursor>> {
  const query = { locale, page: cursor.page, pageSize };
  const list = await client.listResellerProducts(query, { signal, patience: "background" });
  const read = cursor.read + list.data.length;
  const more = hasMore(list, cursor.page, read, { trustLinks: pass === 1 });
  const next = more ? { page: cursor.page + 1, read } : null;
  return { records: list.data, overlap: 0, total: list.metadata?.total ?? null, next };
}

/**
 * The list ends where `links` names no next page, else at `pageTotal`, else with a page that is not full: in this order
 * of trust. A second walk is made only when the first came up short, and so it goes by the numbers.
 */
function hasMore(list: IbmList, page: number, read: number, { trustLinks }: { readonly trustLinks: boolean }): boolean {
  if (list.data.length === 0) return false;
  const { pageTotal, pageSize, count, total } = list.metadata ?? {};
  if (trustLinks && list.links?.next) return true;
  // `self` is always there in answers with links; without it there is no word about a next page.
  if (trustLinks && list.links?.self) return false;
  if (typeof pageTotal === "number") return page < pageTotal;
  if (typeof total === "number") return read < total;
  return typeof pageSize === "number" && (count ?? list.data.length) >= pageSize;
}
