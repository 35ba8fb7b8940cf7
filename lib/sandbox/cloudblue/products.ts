import { bendWindow, hasFault, readRows } from "../faults/page-window";
import type { ActiveFault } from "../faults/fault";
import { BROKEN_CLOUDBLUE_RECORDS } from "../faults/broken-cloudblue-records";
import { HOSTILE_CLOUDBLUE_RECORDS } from "../faults/hostile-cloudblue-records";
import { jsonReply } from "../http/reply";
import type { CloudBlueCatalog, ProductFilter } from "./catalog";
import type { Outcome } from "./outcome";
import type { ApiVersion } from "./records";
import { renderProduct } from "./render-product";

const LIMIT_DEFAULT = 10;

type Request = {
  query: URLSearchParams;
  catalog: CloudBlueCatalog;
  apiVersion: ApiVersion;
  faults: readonly ActiveFault[];
  limitMax: number;
};

export function listProducts({ query, catalog, apiVersion, faults, limitMax }: Request): Outcome {
  const offset = readWhole(query.get("offset"), 0);
  const limit = readWhole(query.get("limit"), LIMIT_DEFAULT);
  if (offset === undefined || limit === undefined) {
    const name = offset === undefined ? "offset" : "limit";
    return { refusal: { status: 400, message: `Parameter ${name} must be a whole number of 0 or more.` } };
  }
  const matching = catalog.matching(readFilter(query, apiVersion));
  const extra = matching === undefined ? extraRecords(faults) : [];
  const size = matching?.length ?? catalog.size();
  const asked = { offset, limit: Math.min(limit, limitMax), total: size + extra.length };
  const window = bendWindow(asked, faults);
  const slice = (from: number, count: number) => {
    const products =
      matching?.slice(from, from + count).flatMap((number) => catalog.list.byNumber(number) ?? []) ??
      catalog.list.slice(from, count);
    return products.map((product) => renderProduct(product, apiVersion, catalog.find));
  };
  const data = readRows(window, { size, slice }, extra);
  if (hasFault(faults, "duplicate-row") && asked.limit > 0) data.push(...slice(0, 1));
  const total = hasFault(faults, "no-totals") ? {} : { total: window.total };
  return { reply: jsonReply(200, { data, pagination: { offset, limit: asked.limit, ...total } }) };
}

/** Version 1.15 brought more filters; before, they were unknown parameters and ignored. */
function readFilter(query: URLSearchParams, version: ApiVersion): ProductFilter {
  const names = version === "1.15" ? (["mpn", "name", "serviceName", "vendor"] as const) : (["mpn"] as const);
  return Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : [])));
}

function extraRecords(faults: readonly ActiveFault[]): unknown[] {
  return [
    ...(hasFault(faults, "hostile") ? HOSTILE_CLOUDBLUE_RECORDS : []),
    ...(hasFault(faults, "broken-records") ? BROKEN_CLOUDBLUE_RECORDS : []),
  ];
}

function readWhole(text: string | null, whenAbsent: number): number | undefined {
  if (text === null) return whenAbsent;
  return /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : undefined;
}
