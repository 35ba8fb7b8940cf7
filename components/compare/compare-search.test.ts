import { describe, expect, it } from "vitest";
import { compareHref, readCompareSearch } from "@/components/compare/compare-search";

const read = (href: string) => {
  const search = new URL(href, "https://desk.example").searchParams;
  return readCompareSearch({
    item: search.getAll("item"),
    show: search.get("show") ?? undefined,
    locale: search.get("locale") ?? undefined,
  });
};

describe("the address of a comparison", () => {
  it("holds products, plans, the language and whether only differences are shown", () => {
    const items = [
      { vendor: "ibm", key: "D1BCYLL", plan: "plan a/b" },
      { vendor: "cloudblue", key: "91fd~P1Y~P1M", plan: null },
      { vendor: "cloudblue", key: "50% & more", plan: "x" },
    ];
    const wish = { onlyDifferences: true, locale: "de-de" };
    expect(read(compareHref(items, wish))).toEqual({ items, ...wish, unreadable: [], tooMany: [] });
  });

  it("reads well", () => {
    expect(compareHref([{ vendor: "ibm", key: "A~P1Y", plan: null }])).toBe("/compare?item=ibm/A~P1Y");
  });

  it("takes each once, four at most, and names the rest", () => {
    const item = ["a/1", "a/1", "a/2", "a/3", "a/4", "a/5"];
    const search = readCompareSearch({ item });
    expect(search.items.map(({ key }) => key)).toEqual(["1", "2", "3", "4"]);
    expect(search.tooMany).toEqual(["a/5"]);
  });

  it("names what it cannot read and goes on", () => {
    const search = readCompareSearch({ item: ["nonsense", "a/1", "a//b", "a/b/c/d", ""] });
    expect(search.items).toEqual([{ vendor: "a", key: "1", plan: null }]);
    expect(search.unreadable).toEqual(["nonsense", "a//b", "a/b/c/d"]);
  });

  it("is empty without items", () => {
    expect(readCompareSearch({})).toEqual({
      items: [],
      onlyDifferences: false,
      locale: "",
      unreadable: [],
      tooMany: [],
    });
  });
});
