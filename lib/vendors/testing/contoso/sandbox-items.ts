import { HOSTILE_TEXTS, ODD_AMOUNTS } from "@/lib/sandbox/faults/hostile-text";

/** An item as the made-up vendor sends it. */
export type SandboxItem = {
  sku: string;
  title: string;
  family: string;
  maker: string;
  group: string;
  about: string;
  retired: boolean;
  editions: {
    code: string;
    title: string;
    seats: { from: string; upTo: string | null };
    term: string;
    bill: string;
    buyPrice: { value: string; in: string } | null;
    sellPrice: { value: string; in: string } | null;
  }[];
  prerequisites: { sku: string }[][];
};

export const sandboxGroups = ["Backup", "Telephony"];

const skuOf = (number: number) => `CT-${String(number).padStart(4, "0")}`;

/** The n-th of the demo items; every fifth needs one of two others and, beside that, a third. */
export function sandboxItem(number: number): SandboxItem {
  const dependent = number % 5 === 4;
  return {
    sku: skuOf(number),
    title: `Contoso demo item ${number}`,
    family: `Contoso ${number % 2 === 0 ? "Backup" : "Voice"}`,
    maker: "Contoso",
    group: sandboxGroups[number % sandboxGroups.length] ?? "",
    about: `Made up for tests, number ${number}.`,
    retired: number % 50 === 49,
    editions: ["team", "enterprise"].map((code, at) => ({
      code,
      title: `Item ${number} ${code}`,
      seats: { from: at === 0 ? "1" : "10", upTo: at === 0 ? "300" : null },
      term: "P1Y",
      bill: "P1M",
      buyPrice: number % 7 === 6 ? null : { value: `${number + at}.25`, in: "EUR" },
      sellPrice: { value: `${number + at + 1}.50`, in: "EUR" },
    })),
    prerequisites: dependent
      ? [[{ sku: skuOf(number - 4) }, { sku: skuOf(number - 3) }], [{ sku: skuOf(number - 2) }]]
      : [],
  };
}

const odd = (sku: string, change: object) => ({ ...sandboxItem(1), sku, prerequisites: [], ...change });

/** Entries of the wrong shape. */
export const brokenItems: readonly unknown[] = [
  null,
  "just text",
  42,
  [],
  {},
  odd("", {}),
  odd("CT-BROKEN-1", { sku: 17 }),
  odd("CT-BROKEN-2", { title: null }),
  odd("CT-BROKEN-3", { editions: "team" }),
  odd("CT-BROKEN-4", { editions: [{ code: "" }] }),
  odd("CT-BROKEN-5", { prerequisites: [[]] }),
  odd("CT-BROKEN-6", { prerequisites: { sku: "CT-0001" } }),
  odd("CT-BROKEN-7", { editions: [{ code: "x", seats: { from: "many" } }] }),
];

/** Right in shape, bad in content. */
export const hostileItems: readonly unknown[] = [
  ...HOSTILE_TEXTS.map((text, at) => odd(`CT-HOSTILE-TEXT-${at}`, { title: text, about: text, maker: text })),
  ...ODD_AMOUNTS.map((value, at) =>
    odd(`CT-HOSTILE-PRICE-${at}`, { editions: [{ code: "x", sellPrice: { value, in: "EUR" } }] }),
  ),
  odd("<b>CT</b>", {}),
  odd("CT-HOSTILE-SELF", { prerequisites: [[{ sku: "CT-HOSTILE-SELF" }]] }),
];
