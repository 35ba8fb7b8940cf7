import fc from "fast-check";
import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import {
  catalogFilter,
  catalogHref,
  catalogParsers,
  type CatalogState,
  cleared,
  pagesShown,
  toggled,
  unreadable,
} from "@/components/catalog/search-params";
import { listFacets } from "@/lib/domain/catalog/facets";
import { catalogSearch } from "@/lib/client/catalog-queries";

const load = createLoader(catalogParsers);
const stateOf = (href: string): CatalogState => load(new URL(href, "http://desk.example"));
const empty = stateOf("/catalog");

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");

test("words too long for a search, or with signs no text has, still open the list", () => {
  expect(stateOf(`/catalog?q=${"x".repeat(10_000)}`).q).toBe("x".repeat(200));
  expect(catalogFilter(stateOf("/catalog?q=%00teams%0A")).q).toBe("teams");
});

test("a list's address, opened elsewhere, is the same list", () => {
  const state = fc.record({
    q: word,
    vendor: fc.uniqueArray(word, { maxLength: 3 }),
    category: fc.uniqueArray(word, { maxLength: 3 }),
    archived: fc.constantFrom("true", "false", null),
    sort: fc.constantFrom("name", "-price", null),
    priceMin: fc.constantFrom("10", "0.5", null),
    per: fc.constantFrom("billed", "month", "year"),
  });
  fc.assert(
    fc.property(state, (some) => {
      const wanted = { ...empty, ...some } as CatalogState;
      expect(stateOf(catalogHref(wanted))).toEqual(wanted);
    }),
  );
});

test("a facet value ticked twice is off again", () => {
  fc.assert(
    fc.property(fc.constantFrom(...listFacets), word, (facet, value) => {
      const once = { ...empty, ...toggled(empty, facet, value) } as CatalogState;
      expect(once[facet]).toEqual([value]);
      expect({ ...once, ...toggled(once, facet, value) }).toEqual(empty);
    }),
  );
});

test("a yes-or-no facet holds one value", () => {
  const yes = { ...empty, ...toggled(empty, "costKnown", "true") } as CatalogState;
  expect(yes.costKnown).toBe("true");
  expect(toggled(yes, "costKnown", "false")).toEqual({ costKnown: "false" });
  expect(toggled(yes, "costKnown", "true")).toEqual({ costKnown: null });
});

test("Clear all leaves the words searched for", () => {
  const full = stateOf("/catalog?q=backup&vendor=ibm&topic=a&archived=true&priceMax=9");
  const after = stateOf(catalogHref(full, cleared()));
  expect(after).toEqual({ ...empty, q: "backup" });
});

test("changing a filter goes back to the first rows", () => {
  expect(catalogHref(stateOf("/catalog?rows=250"), { vendor: ["ibm"] })).toBe("/catalog?vendor=ibm");
});

test("the API is asked only for what is set", () => {
  const state = stateOf("/catalog?q=%20e1%20&vendor=ibm&vendor=cloudblue&per=year&rows=100");
  expect(catalogSearch(catalogFilter(state))).toEqual({ q: "e1", vendor: ["ibm", "cloudblue"] });
});

test("what cannot be read is named, what was left empty by a form is not", () => {
  const raw = { sort: "cheap", priceMin: "12,50", priceMax: "lots", rows: "many", costKnown: "maybe", archived: "" };
  const query = new URLSearchParams(raw);
  expect(unreadable(raw, stateOf(`/catalog?${query}`))).toEqual([
    { name: "sort", value: "cheap" },
    { name: "rows", value: "many" },
    { name: "priceMax", value: "lots" },
    { name: "costKnown", value: "maybe" },
  ]);
});

test("a language is kept in the address in one way of writing; what can be none is named", () => {
  const state = stateOf("/catalog?locale=de-DE&q=backup");
  expect(catalogHref(state)).toBe("/catalog?q=backup&locale=de-de");
  expect(unreadable({ locale: "de-DE" }, state)).toEqual([]);
  const raw = { locale: "the language of Shakespeare" };
  expect(unreadable(raw, stateOf(`/catalog?${new URLSearchParams(raw)}`))).toEqual([
    { name: "locale", value: "the language of Shakespeare" },
  ]);
});

test.each([
  ["", 1],
  ["?rows=50", 1],
  ["?rows=120", 3],
  ["?rows=-7", 1],
  ["?rows=99999", 10],
])("%s shows %i steps of rows", (query, pages) => {
  expect(pagesShown(stateOf(`/catalog${query}`))).toBe(pages);
});
