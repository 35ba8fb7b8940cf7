import { datesWords, policyWords, ruleWords, scopeWords } from "@/components/settings/rule-words";
import type { PriceEntry, RuleVersionDto } from "@/lib/contracts/price-rules";

type Names = Parameters<typeof scopeWords>[1];

/** What a version did, and, line by line, what is different since the one before. */
export function versionWords(
  { what, entry, before, restores }: RuleVersionDto,
  names: Names,
): { readonly act: string; readonly changes: readonly string[] } {
  if (what === "removed") return { act: "removed", changes: [] };
  if (what === "created" || !before) return { act: "made", changes: [summaryOf(entry, names)] };
  const act =
    what === "changed" ? "changed" : restores === null ? "brought back" : `brought back version ${restores} of`;
  const [was, is] = [factsOf(before, names), factsOf(entry, names)];
  const changes = Object.keys(is).flatMap((name) => {
    const [old, now] = [was[name] ?? "none", is[name] ?? "none"];
    return old === now ? [] : [`${name}: ${old} → ${now}`];
  });
  return { act, changes };
}

function summaryOf(entry: PriceEntry, names: Names): string {
  const policy = entry.sets === "limit" ? `, ${policyWords[entry.policy]}` : "";
  const dates = entry.sets === "limit" ? "" : `, ${datesWords(entry)}`;
  return `${ruleWords(entry)}, for ${scopeWords(entry.scope, names)}${dates}${policy}`;
}

function factsOf(entry: PriceEntry, names: Names): Readonly<Record<string, string>> {
  const facts = { Name: entry.name, For: scopeWords(entry.scope, names), Does: ruleWords(entry) };
  return entry.sets === "limit"
    ? { ...facts, Policy: policyWords[entry.policy] }
    : { ...facts, Valid: datesWords(entry) };
}
