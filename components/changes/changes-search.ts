import type { Route } from "next";
import { address } from "@/components/ui/address";
import { changeFilters, type ChangeFilterName } from "@/lib/contracts/changes";

/** What the address of the page holds. */
export type ChangesSearch = {
  readonly q: string;
  readonly vendor: string | null;
  readonly kind: ChangeFilterName | null;
  /** One sync's changes only. */
  readonly sync: string | null;
  /** One product's changes only. */
  readonly product: string | null;
  readonly page: number;
};

type Raw = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address; what means nothing here counts as not given. */
export function readChangesSearch(raw: Raw): ChangesSearch {
  const text = (name: string, longest: number) => {
    const value = [raw[name]].flat()[0]?.trim().slice(0, longest) ?? "";
    return value === "" ? null : value;
  };
  const page = parseInt(text("page", 6) ?? "1", 10);
  return {
    q: text("q", 200) ?? "",
    vendor: text("vendor", 40),
    kind: changeFilters.find((kind) => kind === raw.kind) ?? null,
    sync: text("sync", 40),
    product: text("product", 300),
    page: page >= 1 ? page : 1,
  };
}

/** The list with a part of the search changed; another filter begins on the first page. */
export function changesHref(search: ChangesSearch, change: Partial<ChangesSearch> = {}): Route {
  return address(withParameters("/changes", { ...search, page: 1, ...change }));
}

export function changesCsvHref(search: ChangesSearch): string {
  const path = withParameters("/api/changes", { ...search, page: 1 });
  return `${path}${path.includes("?") ? "&" : "?"}format=csv`;
}

function withParameters(path: string, search: ChangesSearch): string {
  const { page, ...filters } = search;
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const parameters = new URLSearchParams(page > 1 ? [...given, ["page", String(page)]] : given).toString();
  return parameters ? `${path}?${parameters}` : path;
}
