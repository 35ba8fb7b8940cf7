import { type CatalogFacet, type FlagFacet, isFlagFacet } from "@/lib/domain/catalog/facets";
import type { MarginBand, MarginBands } from "@/lib/domain/pricing/margin-bands";

const flags: Readonly<Record<FlagFacet, readonly [yes: string, no: string]>> = {
  costKnown: ["Cost known", "Cost not known"],
  needsOther: ["Needs another product", "Stands alone"],
  orderable: ["Orderable here", "Not orderable here"],
  archived: ["Archived", "Offered"],
};

const rhythms: Readonly<Record<string, string>> = {
  P1D: "Daily",
  P1M: "Monthly",
  P3M: "Quarterly",
  P6M: "Half-yearly",
  P1Y: "Yearly",
};
const units: Readonly<Record<string, string>> = { D: "day", M: "month", Y: "year" };
const planTypes: Readonly<Record<string, string>> = { buy: "Buy", try: "Trial" };

/** How a facet value reads. What has no words of ours is shown as the vendor wrote it. */
export function facetLabel(facet: CatalogFacet, value: string): string {
  if (isFlagFacet(facet)) return flags[facet][value === "true" ? 0 : 1];
  if (facet === "billing") return rhythms[value] ?? `Every ${periodLabel(value)}`;
  if (facet === "commitment") return periodLabel(value);
  if (facet === "planType") return planTypes[value] ?? value;
  return facet === "topic" ? topicLabel(value) : value;
}

/** A band with the bounds that make it. */
export function marginBandLabel(band: MarginBand, { lowBelow, highAbove }: MarginBands): string {
  const labels = {
    loss: "Loss",
    low: `Low, under ${lowBelow} %`,
    normal: `Normal, ${lowBelow} to ${highAbove} %`,
    high: `High, over ${highAbove} %`,
  } as const satisfies Record<MarginBand, string>;
  return labels[band];
}

function periodLabel(value: string): string {
  const [, count, letter = ""] = /^P(\d+)([DMY])$/.exec(value) ?? [];
  const unit = units[letter];
  return count === undefined || unit === undefined ? value : `${count} ${unit}${count === "1" ? "" : "s"}`;
}

/** IBM's topic ids read "cat.topic:WebAnalytics". */
function topicLabel(value: string): string {
  const name = /^cat\.topic:(.+)$/.exec(value)?.[1];
  if (name === undefined) return value;
  const words = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").split(" ");
  return words.map((word, i) => (i === 0 || /^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase())).join(" ");
}
