import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";

/** A rule as its form holds it: every entry a text, nothing left out. */
export type RuleDraft = {
  readonly sets: PriceEntry["sets"];
  readonly name: string;
  readonly vendor: string;
  readonly service: string;
  readonly category: string;
  readonly product: string;
  readonly customer: string;
  readonly kind: string;
  readonly percent: string;
  readonly amount: string;
  readonly currency: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly rounding: string;
  readonly step: string;
  readonly direction: string;
  readonly policy: string;
};

export const kindsOf = {
  price: [
    ["markup-on-cost", "Markup on cost"],
    ["target-margin", "Target margin"],
    ["discount-from-list", "Discount from list"],
    ["fixed", "Fixed price"],
    ["vendor-price", "The vendor’s price"],
  ],
  cost: [
    ["discount-from-list", "Discount from list, estimated"],
    ["fixed", "Fixed cost"],
  ],
  limit: [
    ["minimum-margin", "Margin of at least"],
    ["minimum-profit", "Profit of a line of at least"],
    ["not-below-cost", "Not below cost"],
    ["maximum-discount", "Discount from list of at most"],
    ["not-above-list", "Not above list"],
  ],
} as const satisfies Record<PriceEntry["sets"], readonly (readonly [string, string])[]>;

export const needsPercent = (kind: string) =>
  ["markup-on-cost", "target-margin", "discount-from-list", "minimum-margin", "maximum-discount"].includes(kind);
export const needsAmount = (kind: string) => kind === "fixed" || kind === "minimum-profit";

/** Roundings as one choice: "", "minor-unit", "step" or an ending. */
export const roundings = [
  ["", "Smallest coin"],
  ["step", "Steps of …"],
  ["0.99", "Ends in .99"],
  ["0.95", "Ends in .95"],
  ["0.00", "Whole amounts"],
] as const;

export function newDraft(sets: PriceEntry["sets"]): RuleDraft {
  return {
    sets,
    name: "",
    vendor: "",
    service: "",
    category: "",
    product: "",
    customer: "",
    kind: kindsOf[sets][0][0],
    percent: "",
    amount: "",
    currency: "USD",
    validFrom: "",
    validUntil: "",
    rounding: "",
    step: "0.05",
    direction: "nearest",
    policy: "block",
  };
}

export function draftOf({ entry }: PriceRuleDto): RuleDraft {
  const { vendor = "", service = "", category = "", product, customer = "" } = entry.scope;
  const scope = { vendor, service, category, customer, product: product ? `${product.vendor}/${product.key}` : "" };
  const what: object & { readonly kind: string } = entry.sets === "limit" ? entry.limit : entry.effect;
  const text = (field: string) => {
    const value: unknown = Object.entries(what).find(([name]) => name === field)?.[1];
    return typeof value === "string" ? value : "";
  };
  const plain = newDraft(entry.sets);
  const amounts = { percent: text("percent"), amount: text("amount"), currency: text("currency") || plain.currency };
  const common = { ...plain, ...scope, ...amounts, name: entry.name, kind: what.kind };
  if (entry.sets === "limit") return { ...common, policy: entry.policy };
  const { rounding } = entry;
  return {
    ...common,
    validFrom: entry.validFrom ?? "",
    validUntil: entry.validUntil ?? "",
    rounding: rounding?.kind === "ending" ? rounding.ending : rounding?.kind === "step" ? "step" : "",
    step: rounding?.kind === "step" ? rounding.step : plain.step,
    direction: rounding && rounding.kind !== "minor-unit" ? rounding.direction : plain.direction,
  };
}

/** What the form asks for; the server says what is wrong with it. */
export function entryOf(draft: RuleDraft): PriceEntry {
  const { sets, name, kind, percent, amount, currency } = draft;
  const what = {
    kind,
    ...(needsPercent(kind) ? { percent: percent.trim() } : {}),
    ...(needsAmount(kind) ? { amount: amount.trim(), currency: currency.trim().toUpperCase() } : {}),
  };
  const common = { sets, name: name.trim(), scope: scopeOf(draft) };
  const entry =
    sets === "limit"
      ? { ...common, limit: what, policy: draft.policy }
      : {
          ...common,
          effect: what,
          validFrom: draft.validFrom || null,
          validUntil: draft.validUntil || null,
          rounding: roundingOf(draft),
        };
  // The form offers only these shapes, and the server checks every one of them.
  return entry as PriceEntry;
}

function scopeOf({ vendor, service, category, product, customer }: RuleDraft): Record<string, unknown> {
  const set = Object.entries({ vendor, service, category, customer }).filter(([, value]) => value.trim() !== "");
  const ref = productOf(product, vendor);
  return { ...Object.fromEntries(set.map(([name, value]) => [name, value.trim()])), ...(ref ? { product: ref } : {}) };
}

/** "vendor/key", the address of a product's page, or the key alone where the vendor is chosen. */
function productOf(text: string, chosen: string): { vendor: string; key: string } | null {
  const [path = ""] = text.trim().split(/[?#]/);
  const rest = path.includes("/products/") ? path.slice(path.indexOf("/products/") + "/products/".length) : path;
  if (rest !== "" && !rest.includes("/") && chosen !== "") return { vendor: chosen, key: decode(rest) };
  const [vendor = "", ...key] = rest.split("/");
  return vendor === "" ? null : { vendor, key: decode(key.join("/")) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function roundingOf({ rounding, step, direction }: RuleDraft): unknown {
  if (rounding === "") return null;
  return rounding === "step"
    ? { kind: "step", step: step.trim(), direction }
    : { kind: "ending", ending: rounding, direction };
}

/** Enough is filled in to ask what it would do. */
export function isComplete({ kind, percent, amount, product, vendor }: RuleDraft): boolean {
  if (productOf(product, vendor)?.key === "") return false;
  if (needsPercent(kind)) return /^\d+(\.\d+)?$/.test(percent.trim());
  return !needsAmount(kind) || /^\d+(\.\d+)?$/.test(amount.trim());
}
