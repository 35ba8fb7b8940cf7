import type { Finding, FindingKind } from "@/lib/domain/sync/finding";

const kinds: readonly (readonly [RegExp, FindingKind])[] = [
  [/listed twice|duplicate/i, "duplicate"],
  [/not a currency|unknown currency|not an iso 4217/i, "unknown-currency"],
  [/\bamount\b|\bprice\b.*\b(decimal|number)\b/i, "unreadable-amount"],
];

type Rejection = { readonly identity: string | null; readonly reason: string; readonly excerpt: string };

/** A record, or a part of one, that the vendor's adapter set aside. */
export function classifyRejection({ identity, reason, excerpt }: Rejection): Finding {
  const kind = kinds.find(([pattern]) => pattern.test(reason))?.[1] ?? "rejected-record";
  return { kind, key: null, name: identity, reason, excerpt, showsCost: /\bcosts?\b/i.test(reason) };
}
