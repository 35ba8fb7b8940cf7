import type { LiveProductListDto, LiveProductQuery } from "@/lib/contracts/vendors";
import { type VendorFilter, vendorFilters } from "@/lib/domain/catalog/vendor-question";
import { AppError } from "@/lib/server/app-error";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { env } from "@/lib/server/env";
import { findSource, liveListOf, type ListName } from "@/lib/server/vendors/find-source";
import { countQuestion } from "@/lib/server/vendors/limit-questions";
import { toLiveProduct } from "@/lib/server/vendors/to-live-product";
import { may, type Viewer } from "@/lib/server/viewer";

type Request = { readonly vendor: string; readonly list: ListName; readonly signal: AbortSignal };

/** One page of a vendor's list, asked now. Throws `invalid` for a filter that the list does not have. */
export async function readLiveProducts(
  viewer: Viewer,
  query: LiveProductQuery,
  { vendor, list: name, signal }: Request,
): Promise<LiveProductListDto> {
  const source = await findSource(vendor);
  const list = liveListOf(source, name);
  const { locale = env().locales[0], page, pageSize, ...given } = query;
  const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  refuseUnknownFilters(source.label, list.filters, filters);
  await countQuestion(viewer);
  const answer = await list.readPage({ locale, page, pageSize, filters }, signal);
  const view = { catalog: await currentCatalog(), seesCost: may(viewer, "costs:read") };
  return {
    vendor,
    items: answer.products.map((product) => toLiveProduct(product, view)),
    total: answer.total,
    page,
    pageSize,
    // The excerpt of a record may hold any cost, so it stays on the data-quality page.
    setAside: answer.rejected.map(({ identity, reason }) => ({ identity, reason })),
  };
}

/** A vendor ignores what it does not know and would answer with everything. */
function refuseUnknownFilters(label: string, known: readonly VendorFilter[], asked: Readonly<Record<string, unknown>>) {
  const unknown = vendorFilters.filter((filter) => filter in asked && !known.includes(filter));
  if (unknown.length === 0) return;
  const can = known.length === 0 ? "This list has no filters" : `This list can be filtered by ${known.join(", ")}`;
  const message = `${label} has no filter ${unknown.join(", ")} here. ${can}.`;
  throw new AppError("invalid", message, { errors: unknown.map((filter) => ({ path: `query.${filter}`, message })) });
}
