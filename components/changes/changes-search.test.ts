import { expect, it } from "vitest";
import { changesCsvHref, changesHref, readChangesSearch } from "@/components/changes/changes-search";

it("reads what it writes", () => {
  const search = readChangesSearch({ q: " office 365 ", vendor: "ibm", kind: "price", page: "3", other: "x" });
  expect(changesHref(search)).toBe("/changes?q=office+365&vendor=ibm&kind=price");
  expect(changesHref(search, { page: 4 })).toBe("/changes?q=office+365&vendor=ibm&kind=price&page=4");
  expect(changesCsvHref(search)).toBe("/api/changes?q=office+365&vendor=ibm&kind=price&format=csv");
});

it("takes nonsense for nothing", () => {
  const search = readChangesSearch({ kind: "everything", page: "-2", q: "", vendor: [] });
  expect(search).toEqual({ q: "", vendor: null, kind: null, sync: null, product: null, page: 1 });
  expect(changesHref(search)).toBe("/changes");
  expect(changesCsvHref(search)).toBe("/api/changes?format=csv");
});
