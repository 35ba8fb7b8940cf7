import type { Route } from "next";
import { address } from "@/components/ui/address";

export const COMPARED_MAX = 4;

export type ComparedRef = { readonly vendor: string; readonly key: string; readonly plan: string | null };

export type CompareSearch = {
  readonly items: readonly ComparedRef[];
  readonly onlyDifferences: boolean;
  /** As asked for; empty = the desk's first. */
  readonly locale: string;
  /** Values that name no product at all. */
  readonly unreadable: readonly string[];
  /** Values beyond the fourth. */
  readonly tooMany: readonly string[];
};

type RawSearch = Record<string, string | string[] | undefined>;

/** `item=vendor/key` or `item=vendor/key/plan`, repeated; each part is written as in an address. */
export function readCompareSearch(raw: RawSearch): CompareSearch {
  const values = [...new Set([raw["item"]].flat().flatMap((value) => value || []))];
  const read = values.map((value) => ({ value, ref: readItem(value) }));
  const readable = read.flatMap(({ value, ref }) => (ref ? [{ value, ref }] : []));
  return {
    items: readable.slice(0, COMPARED_MAX).map(({ ref }) => ref),
    onlyDifferences: raw["show"] === "differences",
    locale: [raw["locale"]].flat()[0]?.trim().toLowerCase() ?? "",
    unreadable: read.flatMap(({ value, ref }) => (ref ? [] : [value])),
    tooMany: readable.slice(COMPARED_MAX).map(({ value }) => value),
  };
}

type CompareWish = { readonly onlyDifferences?: boolean; readonly locale?: string | undefined };

export function compareHref(items: readonly ComparedRef[], { onlyDifferences, locale }: CompareWish = {}): Route {
  const search = new URLSearchParams(items.map((item) => ["item", itemText(item)]));
  if (onlyDifferences) search.set("show", "differences");
  if (locale) search.set("locale", locale);
  // A slash and a tilde need no escape in a query, and links are read by people.
  return address(`/compare?${search.toString().replaceAll("%2F", "/").replaceAll("%7E", "~")}`);
}

function itemText({ vendor, key, plan }: ComparedRef): string {
  return [vendor, key, ...(plan === null ? [] : [plan])].map(encodeURIComponent).join("/");
}

function readItem(value: string): ComparedRef | null {
  const [vendor, key, plan, ...more] = value.split("/").map(decoded);
  if (!vendor || !key || plan === "" || more.length > 0) return null;
  return { vendor, key, plan: plan ?? null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
