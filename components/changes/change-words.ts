import type { Tone } from "@/components/ui/tone";
import type { ChangeDto, ChangeFilterName } from "@/lib/contracts/changes";

type ChangeKind = ChangeDto["kind"];

export const changeWords: Record<ChangeKind, string> = {
  new: "New",
  gone: "No longer offered",
  archived: "Archived",
  restored: "Offered again",
  price: "Price",
  "list-price": "List price",
  cost: "Cost",
  terms: "Terms",
  limits: "Limits",
  requirements: "Requirements",
  renamed: "Renamed",
};

/** The filters in the order they are offered: what came and went, then money, then the rest. */
export const filterWords: readonly (readonly [ChangeFilterName, string])[] = [
  ["new", changeWords.new],
  ["gone", changeWords.gone],
  ["archived", changeWords.archived],
  ["restored", changeWords.restored],
  ["price-up", "Price up"],
  ["price-down", "Price down"],
  ["price", changeWords.price],
  ["list-price", changeWords["list-price"]],
  ["cost-up", "Cost up"],
  ["cost-down", "Cost down"],
  ["cost", changeWords.cost],
  ["terms", changeWords.terms],
  ["limits", changeWords.limits],
  ["requirements", changeWords.requirements],
  ["renamed", changeWords.renamed],
];

export const changeTones: Record<ChangeKind, Tone> = {
  new: "good",
  gone: "loss",
  archived: "low",
  restored: "good",
  price: "info",
  "list-price": "info",
  cost: "info",
  terms: "low",
  limits: "neutral",
  requirements: "low",
  renamed: "neutral",
};
