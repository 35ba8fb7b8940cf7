import type { Dialect } from "../dialect";
import type { ActiveFault } from "../faults/fault";

type Place = {
  url: URL;
  page: number;
  pageTotal: number;
  pageSize: number;
  dialect: Dialect["ibm"];
  faults: readonly ActiveFault[];
  unpaged: boolean;
};

/** `first last next prev self`; all but `self` only where they make sense. */
export function pageLinks(place: Place): Record<string, string> {
  const { page, pageTotal, pageSize, dialect } = place;
  if (dialect.links === "none") return {};
  if (place.unpaged) return { self: selfLink(place.url, dialect, place.faults) };
  const at = (number: number) => {
    const url = new URL(place.url);
    url.searchParams.set("page", String(number));
    url.searchParams.set("pageSize", String(pageSize));
    return selfLink(url, dialect, place.faults);
  };
  return {
    first: at(1),
    last: at(pageTotal),
    ...(page < pageTotal && { next: at(page + 1) }),
    ...(page > 1 && { prev: at(page - 1) }),
    self: at(page),
  };
}

export function selfLink(url: URL, dialect: Dialect["ibm"], faults: readonly ActiveFault[]): string {
  const foreign = faults.find((fault) => fault.kind === "foreign-links");
  if (foreign?.kind === "foreign-links") return `${foreign.origin}${url.pathname}${url.search}`;
  return dialect.links === "relative" ? `${url.pathname}${url.search}` : url.href;
}
