import { classifyRejection } from "@/lib/domain/sync/classify-rejection";
import { findDanglingRequirements } from "@/lib/domain/sync/find-doubtful-data";
import { findRequirementCycles } from "@/lib/domain/sync/find-requirement-cycles";
import type { Finding } from "@/lib/domain/sync/finding";
import type { Crawled } from "@/lib/server/sync/crawl-into-generation";
import { signatureOf } from "@/lib/server/sync/staged-product";
import type { FinalProduct, GenerationPlan } from "@/lib/server/sync/plan-generation";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";

/** Beyond this a list helps nobody; the vendor's feed as a whole is what needs a look. */
const FINDINGS_MAX = 10_000;

export async function writeFindings(context: SyncContext, crawled: Crawled, plan: GenerationPlan): Promise<void> {
  const findings = collectFindings(context, crawled, plan).slice(0, FINDINGS_MAX);
  for (const batch of batches(findings)) {
    const rows = batch.map((finding) => ({
      id: context.nextReportId(),
      sync_id: context.syncId,
      at: context.startedAt,
      vendor: context.vendor,
      kind: finding.kind,
      key: finding.key,
      name: finding.name,
      reason: finding.reason,
      excerpt: finding.excerpt,
      shows_cost: finding.showsCost ? 1 : 0,
    }));
    await writeFenced(context, (trx) => trx.insertInto("findings").values(rows).execute());
  }
}

function collectFindings(context: SyncContext, crawled: Crawled, plan: GenerationPlan): Finding[] {
  const [locale] = context.locales;
  const products = plan.products.filter((product) => product.locale === locale);
  const doubtful = products.filter(({ doubts }) => doubts.length > 0);
  const demanding = products.filter(({ resolved }) => resolved.length > 0);
  return [
    ...rejections(crawled, products, plan),
    ...repetitions(products, plan, locale),
    ...doubtful.flatMap(({ key, doubts }) => doubts.map((doubt) => ({ ...doubt, key }))),
    ...dangling(context, demanding, plan),
    ...cycles(context, demanding),
  ];
}

function rejections(crawled: Crawled, products: readonly FinalProduct[], plan: GenerationPlan): Finding[] {
  if (crawled.rejected.length === 0) return [];
  const named = new Map<string, { key: string; name: string } | null>();
  for (const { key, identity } of [...plan.carried, ...products]) {
    const { name, partNumber, externalId } = identity;
    for (const id of [partNumber, externalId]) {
      if (id === null) continue;
      const other = named.get(id);
      // Of several with one number nobody can say which is meant.
      named.set(id, other === undefined || other?.key === key ? { key, name } : null);
    }
  }
  const carried = new Set(plan.carried.map(({ key }) => key));
  const said = new Set<string>();
  return crawled.rejected.flatMap((record) => {
    const finding = classifyRejection(record);
    const product = record.identity === null ? null : named.get(record.identity);
    const reason =
      product && carried.has(product.key) ? `${finding.reason}; the last good record is shown` : finding.reason;
    const once = `${record.identity} ${reason} ${record.identity === null ? record.excerpt : ""}`;
    if (said.has(once)) return [];
    said.add(once);
    return [{ ...finding, reason, key: product?.key ?? null, name: product?.name ?? finding.name }];
  });
}

function repetitions(products: readonly FinalProduct[], plan: GenerationPlan, locale: string): Finding[] {
  const repeated = plan.repeated.filter((product) => product.locale === locale);
  if (repeated.length === 0) return [];
  const numbers = new Set(repeated.map(({ identity }) => identity.partNumber));
  const sameNumber = products.filter(({ identity }) => numbers.has(identity.partNumber));
  const keyOf = new Map(sameNumber.map(({ identity, key }) => [signatureOf(identity), key]));
  return repeated.map(({ identity }) => {
    const { partNumber, name } = identity;
    const reason = `${partNumber} is listed more than once with the same periods; the first is used.`;
    return {
      kind: "duplicate",
      key: keyOf.get(signatureOf(identity)) ?? null,
      name,
      reason,
      excerpt: null,
      showsCost: false,
    };
  });
}

function dangling(context: SyncContext, demanding: readonly FinalProduct[], plan: GenerationPlan): Finding[] {
  const carried = new Set(plan.carried.map(({ key }) => key));
  const isOffered = (key: string) => plan.offered.has(key) || carried.has(key);
  return demanding.flatMap(({ key, identity, resolved }) =>
    findDanglingRequirements({ vendor: context.vendor, key, name: identity.name, requires: resolved }, isOffered),
  );
}

function cycles(context: SyncContext, demanding: readonly FinalProduct[]): Finding[] {
  const graph = demandsAmong(context, demanding);
  const circles = findRequirementCycles(graph);
  if (circles.length === 0) return [];
  const nameOf = new Map(demanding.flatMap(({ key, identity }) => (graph.has(key) ? [[key, identity.name]] : [])));
  return circles.map((cycle) => {
    const names = cycle.map((key) => nameOf.get(key) ?? key);
    const [key = null] = cycle;
    const reason =
      names.length === 1
        ? "It requires itself."
        : `These require each other in a circle: ${names.slice(0, 10).join(", ")}.`;
    return { kind: "requirement-cycle", key, name: names[0] ?? null, reason, excerpt: null, showsCost: false };
  });
}

/** Only products that require something can be in a circle; few of them require each other. */
function demandsAmong({ vendor }: SyncContext, demanding: readonly FinalProduct[]): ReadonlyMap<string, string[]> {
  const keys = new Set<string>();
  for (const { key } of demanding) keys.add(key);
  const graph = new Map<string, string[]>();
  for (const { key, resolved } of demanding) {
    const targets: string[] = [];
    for (const { anyOf } of resolved) {
      for (const target of anyOf) if (target.vendor === vendor && keys.has(target.key)) targets.push(target.key);
    }
    if (targets.length > 0) graph.set(key, targets);
  }
  return graph;
}
