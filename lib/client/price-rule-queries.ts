import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { callApi, getJson, pathOf } from "@/lib/client/api";
import type { ImportResultDto, RulePreviewDto } from "@/lib/contracts/price-rule-preview";
import type { PriceEntry, PriceRuleDto, RuleVersionDto } from "@/lib/contracts/price-rules";

export const priceRulesQuery = queryOptions({
  queryKey: ["price-rules"],
  queryFn: ({ signal }) => getJson<{ items: PriceRuleDto[]; total: number }>("/api/price-rules", { signal }),
});

/** Without a rule a new one is made; else the version that was seen is replaced. */
export async function savePriceRule(entry: PriceEntry, rule: PriceRuleDto | null): Promise<PriceRuleDto> {
  if (!rule) return (await callApi<PriceRuleDto>("POST", "/api/price-rules", { body: entry })).body;
  return (await callApi<PriceRuleDto>("PUT", rulePath(rule), { body: entry, headers: seen(rule) })).body;
}

export async function removePriceRule(rule: PriceRuleDto): Promise<void> {
  await callApi("DELETE", rulePath(rule), { headers: seen(rule) });
}

export async function previewPriceRule(entry: PriceEntry | null, id: string | undefined): Promise<RulePreviewDto> {
  const body = id === undefined ? { entry } : { id, entry };
  return (await callApi<RulePreviewDto>("POST", "/api/price-rules/preview", { body })).body;
}

export async function importPriceRules(csv: string, dryRun: boolean): Promise<ImportResultDto> {
  return (await callApi<ImportResultDto>("POST", "/api/price-rules/import", { body: { csv, dryRun } })).body;
}

/** Under the key of the rules, so that a change of one leads to both being read anew. */
export function ruleHistoryQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["price-rules", "history", id ?? "all"],
    queryFn: ({ signal }) =>
      getJson<{ items: RuleVersionDto[]; total: number }>("/api/price-rules/history", { search: { id }, signal }),
    staleTime: 0,
  });
}

export async function restorePriceRule({ id, version, newestVersion }: RuleVersionDto): Promise<PriceRuleDto> {
  const path = `${rulePath({ id })}/restore` as const;
  const headers = seen({ version: newestVersion });
  return (await callApi<PriceRuleDto>("POST", path, { body: { version }, headers })).body;
}

/** Everything that shows a price is asked for anew. */
export async function ruleWasChanged(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: priceRulesQuery.queryKey }),
    client.invalidateQueries({ queryKey: ["products"] }),
    client.invalidateQueries({ queryKey: ["carts"] }),
  ]);
}

function rulePath({ id }: Pick<PriceRuleDto, "id">): string {
  return `/api${pathOf("price-rules", id)}`;
}

function seen({ version }: Pick<PriceRuleDto, "version">) {
  return { "If-Match": `"${version}"` };
}
