import type { ListPage } from "@/lib/vendors/crawl";
import type { IbmClient } from "@/lib/vendors/ibm/client";
import { againOf } from "@/lib/vendors/page-shelf";
import type { IbmList } from "@/lib/vendors/ibm/schemas";

/** The page to ask for, how many records the pages before it held, and what the one before began with. */
export type IbmCursor = { readonly page: number; readonly read: number; readonly head: string | null };

export type IbmWalk = { readonly locale: string; readonly pageSize: number; readonly pass: number };

/** Addresses in `links` are never followed: the next page is our own base and a number. */
export async function readIbmPage(
  client: IbmClient,
  cursor: IbmCursor,
  { locale, pageSize, pass }: IbmWalk,
  signal: AbortSignal,
): Promise<ListPage<IbmCursor>> {
  const query = { locale, page: cursor.page, pageSize };
  const answer = await client.readResellerPage(query, { signal, patience: "background" });
  const list = answer.data;
  const read = cursor.read + list.data.length;
  const head = list.data.length === 0 ? null : JSON.stringify(list.data[0]);
  // An answer that gives the whole list, whatever page is asked for, begins the same each time.
  const more = saysNothing(list)
    ? head !== null && head !== cursor.head
    : hasMore(list, cursor.page, read, { trustLinks: pass === 1 });
  const next = more ? { page: cursor.page + 1, read, head } : null;
  return { records: list.data, overlap: 0, total: list.metadata?.total ?? null, next, ...againOf(answer) };
}

/** Neither links nor numbers, though both are documented: whether there is another page shows only when it is asked for. */
function saysNothing({ links, metadata }: IbmList): boolean {
  const { pageTotal, pageSize, total } = metadata ?? {};
  return !links?.self && !links?.next && [pageTotal, pageSize, total].every((stated) => typeof stated !== "number");
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
