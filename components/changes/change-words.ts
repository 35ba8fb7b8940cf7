import type { Tone } from "@/components/ui/tone";
import type { ChangeDto } from "@/lib/contracts/sync";

type ChangeKind = ChangeDto["kind"];

export const changeWords: Record<ChangeKind, string> = {
  new: "New",
  gone: "No longer offered",
  archived: "Archived",
  restored: "Offered again",
  price: "Price",
  "list-price": "List price",
  cost: "Cost",
  limits: "Limits",
  requirements: "Requirements",
  renamed: "Renamed",
};

export const changeTones: Record<ChangeKind, Tone> = {
  new: "good",
  gone: "loss",
  archived: "low",
  restored: "good",
  price: "info",
  "list-price": "info",
  cost: "info",
  limits: "neutral",
  requirements: "low",
  renamed: "neutral",
};
