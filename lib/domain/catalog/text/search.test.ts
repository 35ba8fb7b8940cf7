import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCatalog, examplePlan, exampleProduct } from "@/lib/domain/catalog/arbitrary-product";
import { buildCatalogIndex, type CatalogIndex } from "@/lib/domain/catalog/catalog-index";
import type { Product } from "@/lib/domain/catalog/product";
import { defaultTaxonomy } from "@/lib/domain/catalog/default-taxonomy";
import { applyTaxonomy } from "@/lib/domain/catalog/taxonomy";
import { documentWords } from "@/lib/domain/catalog/text/document-words";
import { parseSearch } from "@/lib/domain/catalog/text/parse-search";

const RUNS = env["SOAK"] ? 5_000 : 300;

function names(index: CatalogIndex, text: string): string[] {
  return index.query({ text, page: 1, pageSize: 50 }).rows.map((row) => index.listRow(row).name);
}

function catalogOf(...products: Partial<Product>[]): CatalogIndex {
  return buildCatalogIndex(
    products.map((given, i) => exampleProduct({ key: `k${i}`, partNumber: `P-${i}`, ...given })),
  );
}

describe("part numbers", () => {
  // The vendors' own shapes: short and long, with dashes, colons and slashes, of digits only, one the start of another.
  const numbers = Array.from({ length: 5_000 }, (_, i) => {
    const family = ((i * 7_919) % 46_656).toString(36).toUpperCase().padStart(3, "0");
    const place = i.toString().padStart(4, "0");
    const shapes = [
      `D${place.slice(0, 1)}${family}${place.slice(1)}LL`,
      `DZ${family[0]}${place}Z0-BQ-${family.slice(1)}W`,
      `DZ${family[0]}${place}Z0`,
      `653${place}BA0${i % 10}A12`,
      `CFQ7TTC0${family}${place}:000${i % 9}`,
      `57${place}-U${(i % 90) + 10}`,
      `ACR/${family}/${place}-GWS`,
      `${1_000_000_000 + i * 37}`,
    ];
    return shapes[i % shapes.length] ?? "";
  });
  const index = buildCatalogIndex(
    numbers.map((partNumber, i) =>
      exampleProduct({ partNumber, name: `Demo ${numbers[(i + 1) % numbers.length] ?? ""}` }),
    ),
  );

  test("each of 5,000 is first when typed as it is, without dashes, in lower case, or pasted with quotes around", () => {
    const misses = numbers.flatMap((number) =>
      [
        number,
        number.replace(/[-:/]/g, ""),
        number.toLowerCase(),
        ` "${number}",\n`,
        number.replaceAll("-", " "),
      ].filter((text) => {
        const [first] = index.query({ text, page: 1, pageSize: 1, counted: [] }).rows;
        return first === undefined || index.listRow(first).partNumber !== number;
      }),
    );
    expect(misses).toEqual([]);
  }, 300_000);

  test("a part of a number finds it, across its dashes too", () => {
    const found = catalogOf(
      { name: "Wanted", partNumber: "DZH318Z0-BQ-8LW" },
      { name: "Other", partNumber: "DZH318Z1-BQ" },
    );
    expect(names(found, "318z0bq")).toEqual(["Wanted"]);
    expect(names(found, "8lw")).toEqual(["Wanted"]);
    expect(names(found, "dzh318").toSorted()).toEqual(["Other", "Wanted"]);
    expect(names(found, "h318z0-b")).toEqual(["Wanted"]);
  });

  test("no typo is forgiven in a number: it would be another product", () => {
    const found = catalogOf({ partNumber: "D1BCYLL" });
    expect(names(found, "d1bcyll")).toHaveLength(1);
    expect(names(found, "d1bcwll")).toEqual([]);
  });

  test.each([
    ["one sign wrong", "d1bcwll"],
    ["two signs swapped", "d1cbyll"],
    ["one left out", "D1BCLL"],
    ["one too many", "d1bcyyll"],
    ["written in pieces", "d1-bcw ll"],
    ["beside a word that is there", "demo d1bcwll"],
    ["beside a word that is not", "d1-bcwll nowhere"],
  ])("a number that is not there leads to the one a slip away: %s", (_, text) => {
    const found = catalogOf({ partNumber: "D1-BCYLL", name: "Demo A" }, { partNumber: "D1BCYLL-XX", name: "Demo B" });
    const answer = found.query({ text, page: 1, pageSize: 5 });
    expect(answer.near.map(({ number, row }) => [number, found.listRow(row).name])).toEqual([["d1bcyll", "Demo A"]]);
  });

  test("nothing is guessed for numbers that are there, for words and for what is two slips away", () => {
    const found = catalogOf({ partNumber: "D1BCYLL", name: "Demo" }, { partNumber: "D1BCYLX", name: "Demo" });
    const near = (text: string) => found.query({ text, page: 1, pageSize: 5 }).near;
    for (const text of ["d1bcyll", "d1bcy", "demi", "demx dxmo", "d1bwwll"]) expect(near(text)).toEqual([]);
  });

  test("numbers of plans, further numbers and the vendor's id find the product", () => {
    const found = catalogOf({
      name: "Watson",
      otherPartNumbers: ["5725-U84"],
      externalId: "7627f2ad502ad84e75188ecce0a698bb",
      plans: [examplePlan({ partNumber: "EID2RPAX" })],
    });
    for (const text of ["5725u84", "eid2rpax", "7627F2AD502AD84E75188ECCE0A698BB"]) {
      expect(names(found, text)).toEqual(["Watson"]);
    }
    expect(names(found, "7627f2ad")).toEqual([]);
  });
});

describe("words", () => {
  const index = catalogOf(
    { name: "Office 365 Enterprise E1", service: "O365" },
    { name: "Office 365 Extra File Storage", service: "O365" },
    { name: "Facturation électronique – édition « Élan »" },
    { name: "Datensicherung für Ärzte & Praxen" },
    { name: "クラウド勤怠管理 スタンダード" },
    {
      name: "Endpoint Protection",
      categories: ["Antivirus"],
      details: { ...exampleProduct().details, keywords: ["malware"] },
    },
    { name: "Demo virtual machine, 4 cores" },
    { name: "Demo Straße Monitor" },
  );

  test.each([
    ["prefixes from two characters", "of en", ["Office 365 Enterprise E1"]],
    ["accents and case", "ELECTRONIQUE elan", ["Facturation électronique – édition « Élan »"]],
    ["umlauts", "arzte", ["Datensicherung für Ärzte & Praxen"]],
    ["sharp s", "strasse", ["Demo Straße Monitor"]],
    ["scripts without spaces, from inside a word", "勤怠", ["クラウド勤怠管理 スタンダード"]],
    ["keywords", "malware", ["Endpoint Protection"]],
    ["a synonym", "av", ["Endpoint Protection"]],
    ["a synonym of two words", "vm cores", ["Demo virtual machine, 4 cores"]],
    ["a synonym between brand names", "m365 e1", ["Office 365 Enterprise E1"]],
    ["a synonym of two words for two others", "microsoft 365 storage", ["Office 365 Extra File Storage"]],
    ["letters and digits written together", "office365 e1", ["Office 365 Enterprise E1"]],
    ["one slip in a short word", "ofice e1", ["Office 365 Enterprise E1"]],
    ["two slips in a long word", "protektoin", ["Endpoint Protection"]],
    ["nothing for two slips in a short word", "ofce e1x", []],
  ])("find by %s", (_, text, expected) => {
    expect(names(index, text)).toEqual(expected);
  });

  test("all words must match; where none does, what matches most of them comes first and the answer says so", () => {
    const strict = index.query({ text: "office storage", page: 1, pageSize: 10 });
    expect([strict.match, strict.total]).toEqual(["all", 1]);
    const loose = index.query({ text: "office storage nonexistentword", page: 1, pageSize: 10 });
    expect(loose.match).toBe("some");
    expect(loose.rows.map((row) => index.listRow(row).name)).toEqual([
      "Office 365 Extra File Storage",
      "Office 365 Enterprise E1",
    ]);
    expect(index.query({ text: "nonexistentword", page: 1, pageSize: 10 })).toMatchObject({ total: 0, rows: [] });
  });

  test("a text without a word finds everything", () => {
    expect(index.query({ text: " -- ", page: 1, pageSize: 10 }).total).toBe(8);
  });

  test("nearer matches come first", () => {
    const ranked = catalogOf(
      { name: "Suite for mail backup add-on" },
      { name: "Backup" },
      { name: "Backups for all" },
      { name: "Mail", details: { ...exampleProduct().details, keywords: ["backup"] } },
    );
    expect(names(ranked, "backup")).toEqual(["Backup", "Suite for mail backup add-on", "Backups for all", "Mail"]);
  });
});

describe("what a seller expects first", () => {
  test.each<[string, string, readonly [name: string, partNumber: string][]]>([
    [
      "the name that says the word before a part number that abbreviates it",
      "teams",
      [
        ["Teams Enterprise", "MS-CHAT-1"],
        ["Audio", "MS-TEAMS-AUDIO"],
      ],
    ],
    [
      "the words as typed before what means the same",
      "office 365 e3",
      [
        ["Office 365 E3", "A-O365-E3"],
        ["Microsoft 365 E3", "A-M365-E3"],
      ],
    ],
    [
      "what is only written apart or together counts as typed",
      "office365 e3",
      [
        ["Office 365 E3", "A-O365-E3"],
        ["Microsoft 365 E3", "A-M365-E3"],
      ],
    ],
    [
      "the name that begins with the words",
      "microsoft 365",
      [
        ["Microsoft 365 E3 long long long name", "A-M365-E3"],
        ["Backup for Microsoft 365", "B-M365"],
      ],
    ],
    [
      "what means the same whole before the beginning of another word",
      "dr",
      [
        ["Acme Disaster Recovery", "A-DR"],
        ["Dropfolder", "B-1"],
      ],
    ],
    [
      "one slip before two",
      "securiti",
      [
        ["Security of everything there is", "A-1"],
        ["Securia", "B-1"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    const products = expected.map(([name, partNumber]) => ({ name, partNumber, service: null }));
    expect(names(catalogOf(...products.toReversed()), text)).toEqual(expected.map(([name]) => name));
  });

  test("an abbreviation among the synonyms is not the beginning of another word", () => {
    const index = catalogOf({ name: "AvePoint Governance" }, { name: "Shield", categories: ["Antivirus"] });
    expect(names(index, "antivirus")).toEqual(["Shield"]);
    expect(names(index, "av")).toEqual(["AvePoint Governance", "Shield"]);
  });

  test.each([
    ["share point", "SharePoint Online"],
    ["one drive p2", "OneDrive P2"],
    ["powerbi", "Power BI"],
    ["powerbi pro", "Power BI Pro"],
    ["q radar", "QRadar"],
    ["pack 10tb", "Storage pack 10 TB"],
    ["maas 360", "MaaS360"],
    ["addon", "Replay add-on"],
    ["e-mail", "Email archive"],
    ["intunes", "Intune"],
  ])("%s leads to %s", (text, name) => {
    const index = catalogOf({ name, partNumber: "X-INTUNE-SUITE" }, { name: "Photo point" }, { name: "Radar" });
    const { match, rows } = index.query({ text, page: 1, pageSize: 5 });
    expect([match, rows.map((row) => index.listRow(row).name)]).toEqual(["all", [name]]);
  });

  test("the mistyped sign most like the right one is meant first", () => {
    const index = catalogOf({ partNumber: "MS-M365-E3" }, { partNumber: "MS-O365-E3" });
    const { near } = index.query({ text: "MS-0365-E3", page: 1, pageSize: 5 });
    expect(near.map(({ number }) => number)).toEqual(["mso365e3", "msm365e3"]);
  });

  test("what is no longer offered comes last, unless it is the part number asked for", () => {
    const index = catalogOf(
      { name: "Backup", partNumber: "OLD-1", archived: true },
      { name: "Suite with a backup in it", partNumber: "NEW-1" },
      { name: "Old backup of 1", partNumber: "OLD-12" },
    );
    const both = (text: string) =>
      index
        .query({ text, filters: { archived: ["true", "false"] }, page: 1, pageSize: 5 })
        .rows.map((row) => index.listRow(row).name);
    expect(both("backup")).toEqual(["Old backup of 1", "Suite with a backup in it", "Backup"]);
    expect(both("old-1")).toEqual(["Backup", "Old backup of 1"]);
  });
});

test("long and odd texts neither fail nor hang", () => {
  const index = catalogOf({ name: "Demo" }, { name: "Other" });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(index.query({ text, page: 1, pageSize: 10 }).total).toBeLessThanOrEqual(2);
    }),
    { numRuns: RUNS },
  );
}, 300_000);

test("words and beginnings of words match exactly the products that have them all", () => {
  const words = fc.array(fc.constantFrom("of", "office", "365", "back", "cl", "elan", "e3", "mail", "s", "security"), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(arbitraryCatalog, words, (products, asked) => {
      const open = products.map((product) => ({ ...product, archived: false }));
      const index = buildCatalogIndex(open);
      const expected = open.filter((product) => asked.every((word) => hasWord(product, word)));
      const isPlain = parseSearch(asked.join(" ")).clauses.every((clause) => clause.alternatives.length === 1);
      fc.pre(expected.length > 0 && isPlain);
      const answer = index.query({ text: asked.join(" "), page: 1, pageSize: 200 });
      expect(answer.rows.map((row) => index.listRow(row).key).toSorted()).toEqual(
        expected.map((product) => product.key).toSorted(),
      );
    }),
    { numRuns: RUNS },
  );
}, 300_000);

function hasWord(product: Product, word: string): boolean {
  const document = documentWords(applyTaxonomy(product, defaultTaxonomy));
  if (document.words.has(word) || document.ids.includes(word)) return true;
  return word.length >= 2 && [...document.words.keys()].some((candidate) => candidate.startsWith(word));
}

test("synonyms and the place of services are given by whoever opens a catalog", () => {
  const products = [
    exampleProduct({ key: "a", name: "Demo Kiosk", service: "KIOSK_A" }),
    exampleProduct({ key: "b", name: "Demo Terminal" }),
  ];
  const given = buildCatalogIndex(products, {
    synonyms: [["till", "kiosk"]],
    taxonomy: new Map([["KIOSK", { categories: ["Retail"], topics: [], serviceType: null }]]),
  });
  expect(names(given, "till")).toEqual(["Demo Kiosk"]);
  expect(given.query({ filters: { category: ["Retail"] }, page: 1, pageSize: 5 }).total).toBe(1);
  const own = buildCatalogIndex(products);
  expect([names(own, "till"), own.allValues("category")]).toEqual([[], []]);
});
