import type { Tone } from "@/components/ui/tone";
import type { FindingDto } from "@/lib/contracts/changes";
import type { VendorStatusDto } from "@/lib/contracts/status";
import type { SyncDto } from "@/lib/contracts/sync";

export const syncStateWords: Record<SyncDto["state"], { word: string; tone: Tone }> = {
  running: { word: "Running", tone: "info" },
  succeeded: { word: "Succeeded", tone: "good" },
  failed: { word: "Failed", tone: "loss" },
  cancelled: { word: "Cancelled", tone: "neutral" },
};

export const findingWords: Record<FindingDto["kind"], string> = {
  "rejected-record": "Record set aside",
  "unreadable-amount": "Unreadable amount",
  "dangling-requirement": "Requirement not offered",
  "requirement-cycle": "Circular requirement",
  "unknown-currency": "Unknown currency",
  "price-below-cost": "Price below cost",
  "cost-without-price": "Cost without price",
  duplicate: "Listed twice",
};

export const freshnessWords: Record<VendorStatusDto["freshness"], { word: string; tone: Tone }> = {
  none: { word: "No catalog yet", tone: "neutral" },
  fresh: { word: "Fresh", tone: "good" },
  ageing: { word: "Ageing", tone: "stale" },
  stale: { word: "Stale", tone: "loss" },
};

export const credentialWords: Record<VendorStatusDto["credential"], string> = {
  unknown: "not tried yet",
  accepted: "accepted",
  rejected: "rejected by the vendor",
};

const breakerWords: Record<VendorStatusDto["breaker"], string> = {
  closed: "flowing",
  open: "paused after failures",
  halfOpen: "trying again",
};

/** How requests to a vendor fare. One that works and is not asked before some time has asked for that itself. */
export function requestWords({ breaker, nextTryAt }: Pick<VendorStatusDto, "breaker" | "nextTryAt">): string {
  return breaker === "closed" && nextTryAt !== null ? "held back as the vendor asked" : breakerWords[breaker];
}

/** "850 ms", "42 s", "3 min 5 s" */
export function durationWords(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function syncDuration({ startedAt, finishedAt }: Pick<SyncDto, "startedAt" | "finishedAt">): string | null {
  return finishedAt === null ? null : durationWords(Date.parse(finishedAt) - Date.parse(startedAt));
}
