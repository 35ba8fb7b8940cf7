import { sql } from "kysely";
import {
  type ChangeDto,
  type ChangeFilterName,
  changeFilters,
  changeKinds,
  changeTrends,
} from "@/lib/contracts/changes";
import { type ChangeTrend, followsTrend, isTrend } from "@/lib/server/changes/change-trend";
import { visibleChanges } from "@/lib/server/changes/visible-changes";
import type { Schema } from "@/lib/server/store/schema";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

export type ChangeFilter = {
  readonly vendor?: string | undefined;
  readonly kind?: ChangeFilterName | undefined;
  /** A part of the product's name or key. */
  readonly q?: string | undefined;
  /** A product's key. */
  readonly product?: string | undefined;
  /** One sync's changes only. */
  readonly sync?: string | undefined;
};

export type ChangePage = { readonly page: number; readonly pageSize: number };

/** What syncs found changed, newest first and within a sync in the order of the catalog. */
export async function listChanges(
  db: Database,
  viewer: Viewer,
  filter: ChangeFilter,
  { page, pageSize }: ChangePage,
): Promise<{ readonly items: readonly ChangeDto[]; readonly total: number }> {
  const query = filteredChanges(db, viewer, filter);
  const { total } = await query.select((q) => q.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll("changes")
    .orderBy("changes.at", "desc")
    .orderBy("changes.id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items: rows.map(toChangeDto), total };
}

/** How many changes each kind and trend would find, whatever the filter asks for. Those without any are left out. */
export async function countChanges(
  db: Database,
  viewer: Viewer,
  { kind: _kind, ...filter }: ChangeFilter,
): Promise<ReadonlyMap<ChangeFilterName, number>> {
  const rows = await filteredChanges(db, viewer, filter)
    .select(["changes.kind", (q) => q.fn.countAll<number>().as("count")])
    .select(changeTrends.map((trend) => countOf(trend).as(trend)))
    .groupBy("changes.kind")
    .execute();
  const counts = new Map<string, number>(rows.map((row) => [row.kind, row.count]));
  for (const trend of changeTrends)
    counts.set(
      trend,
      rows.reduce((sum, row) => sum + row[trend], 0),
    );
  return new Map(changeFilters.flatMap((name) => (counts.get(name) ? [[name, counts.get(name) ?? 0]] : [])));
}

const countOf = (trend: ChangeTrend) =>
  sql<number>`coalesce(sum(case when ${followsTrend(trend)} then 1 else 0 end), 0)`;

function filteredChanges(db: Database, viewer: Viewer, filter: ChangeFilter) {
  let query = visibleChanges(db, viewer);
  if (filter.vendor !== undefined) query = query.where("changes.vendor", "=", filter.vendor);
  if (filter.kind !== undefined) {
    query = isTrend(filter.kind)
      ? query.where(followsTrend(filter.kind))
      : query.where("changes.kind", "=", filter.kind);
  }
  if (filter.product !== undefined) query = query.where("changes.key", "=", filter.product);
  if (filter.sync !== undefined) query = query.where("changes.sync_id", "=", filter.sync);
  const words = filter.q?.trim().toLowerCase() ?? "";
  if (words === "") return query;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return query.where(
    sql<boolean>`(lower(changes.name) like ${pattern} escape '\\' or lower(changes.key) like ${pattern} escape '\\')`,
  );
}

export function toChangeDto(row: Schema["changes"]): ChangeDto {
  const kind = changeKinds.find((known) => known === row.kind);
  if (!kind) throw new Error(`unknown kind of change: ${row.kind}`);
  return {
    id: row.id,
    at: row.at,
    syncId: row.sync_id,
    vendor: row.vendor,
    key: row.key,
    name: row.name,
    kind,
    what: row.what,
    old: row.old_value,
    new: row.new_value,
  };
}
