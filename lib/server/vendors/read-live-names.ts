import type { VendorNameList } from "@/lib/domain/catalog/vendor-question";
import { AppError } from "@/lib/server/app-error";
import { findSource, liveCatalogOf } from "@/lib/server/vendors/find-source";
import { countQuestion } from "@/lib/server/vendors/limit-questions";
import type { Viewer } from "@/lib/server/viewer";

type Request = { readonly vendor: string; readonly list: VendorNameList; readonly signal: AbortSignal };

/** One of the vendor's lists of names as it answers now. Throws `not-found` where the vendor keeps no such list. */
export async function readLiveNames(
  viewer: Viewer,
  { vendor, list, signal }: Request,
): Promise<{ readonly items: readonly string[]; readonly total: number }> {
  const source = await findSource(vendor);
  const live = liveCatalogOf(source);
  if (!live.nameLists.includes(list)) throw new AppError("not-found", `${source.label} keeps no list of ${list}.`);
  await countQuestion(viewer);
  const items = await live.readNames(list, signal);
  return { items, total: items.length };
}
