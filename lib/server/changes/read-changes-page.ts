import { type ChangeFilterName, changeKinds } from "@/lib/contracts/changes";
import { countChanges, listChanges } from "@/lib/server/changes/list-changes";
import { withoutNul } from "@/lib/server/http/refuse-nul";
import { vendorSources } from "@/lib/server/sources";
import { database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

const PAGE_ROWS = 50;

type Search = {
  readonly q: string;
  readonly vendor: string | null;
  readonly kind: ChangeFilterName | null;
  readonly sync: string | null;
  readonly product: string | null;
  readonly page: number;
};

/** One page of changes with what its filters need. */
export async function readChangesPage(viewer: Viewer, { page, q, ...chosen }: Search) {
  const db = await database();
  const given = Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [[name, withoutNul(value)]]));
  const filter = { q: withoutNul(q), ...Object.fromEntries(given) };
  const [{ items, total }, counts, sources] = await Promise.all([
    listChanges(db, viewer, filter, { page, pageSize: PAGE_ROWS }),
    countChanges(db, viewer, filter),
    vendorSources(),
  ]);
  const vendors = sources.map(({ vendor, label }) => ({ vendor, label }));
  const all = changeKinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return { items, total, all, counts: [...counts], vendors, pageSize: PAGE_ROWS };
}
