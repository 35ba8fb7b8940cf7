import type { Dialect } from "../dialect";
import type { ActiveFault } from "../faults/fault";
import { BROKEN_IBM_RECORDS, HOSTILE_IBM_RECORDS } from "../faults/ibm-extra-records";
import { bendWindow, hasFault, readRows } from "../faults/page-window";
import { jsonReply, type Reply } from "../http/reply";
import type { IbmCatalog, IbmFilter } from "./catalog";
import { pageLinks } from "./links";
import { renderIbmProduct } from "./render-product";

const PAGE_SIZE_DEFAULT = 10;

export type ListRequest = {
  url: URL;
  filter: IbmFilter;
  catalog: IbmCatalog;
  dialect: Dialect["ibm"];
  faults: readonly ActiveFault[];
};

/** A page, or the name of the parameter that cannot be read. */
export function listIbmProducts(request: ListRequest): Reply | { wrongParameter: string } {
  const { url, filter, catalog, dialect, faults } = request;
  const page = readPositive(url.searchParams.get("page"), 1);
  const pageSize = readPositive(url.searchParams.get("pageSize"), PAGE_SIZE_DEFAULT);
  if (page === undefined || pageSize === undefined) {
    return { wrongParameter: page === undefined ? "page" : "pageSize" };
  }
  const matching = catalog.matching(filter);
  const extra = hasOnlyLocale(filter) ? extraRecords(faults) : [];
  const total = matching.length + extra.length;
  const isUnpaged = filter.audience === "reseller" && isOneAnswer(dialect, total);
  const size = isUnpaged ? Math.max(1, total) : Math.min(pageSize, dialect.pageSizeMax);
  const number = isUnpaged ? 1 : page;
  const window = bendWindow({ offset: (number - 1) * size, limit: size, total }, faults);
  const slice = (from: number, count: number) =>
    matching.slice(from, from + count).flatMap((at) => {
      const product = catalog.list.byNumber(at);
      return product ? [renderIbmProduct(product, filter.locale)] : [];
    });
  const data = readRows(window, { size: matching.length, slice }, extra);
  if (hasFault(faults, "duplicate-row")) data.push(...slice(0, 1));
  const pageTotal = Math.max(1, Math.ceil(window.total / size));
  const totals = hasFault(faults, "no-totals") ? {} : { pageTotal, total: window.total };
  return jsonReply(200, {
    data,
    links: pageLinks({ url, page: number, pageTotal, pageSize: size, dialect, faults, unpaged: isUnpaged }),
    metadata: { count: data.length, offset: (number - 1) * size, page: number, pageSize: size, ...totals },
  });
}

function isOneAnswer(dialect: Dialect["ibm"], total: number): boolean {
  return dialect.resellerList === "unpaged" || (dialect.resellerList === "auto" && total <= 1000);
}

function hasOnlyLocale(filter: IbmFilter): boolean {
  return Object.keys(filter).every((name) => name === "locale" || name === "audience");
}

function extraRecords(faults: readonly ActiveFault[]): unknown[] {
  return [
    ...(hasFault(faults, "hostile") ? HOSTILE_IBM_RECORDS : []),
    ...(hasFault(faults, "broken-records") ? BROKEN_IBM_RECORDS : []),
  ];
}

function readPositive(text: string | null, whenAbsent: number): number | undefined {
  if (text === null) return whenAbsent;
  return /^[1-9]\d{0,8}$/.test(text) ? Number.parseInt(text, 10) : undefined;
}
