import { sql } from "kysely";
import { diffProducts, goneProduct, newProduct } from "@/lib/domain/sync/diff-products";
import { isCostOnly, type ProductChange } from "@/lib/domain/sync/product-change";
import { readStoredProduct } from "@/lib/server/sync/carry-unreadable";
import type { FinalProduct, GenerationPlan } from "@/lib/server/sync/plan-generation";
import { type PublishedCatalog, readProductTexts } from "@/lib/server/sync/published-catalog";
import { batches, type SyncContext, writeFenced } from "@/lib/server/sync/sync-context";
import { noCounts, type StoredCounts } from "@/lib/server/sync/sync-rows";

type ChangeTally = Pick<StoredCounts, "new" | "changed" | "gone" | "costOnly">;

type Changed = { readonly key: string; readonly name: string; readonly changes: readonly ProductChange[] };

/** Writes the rows of the new generation and what changed. Nobody sees either before the sync has succeeded. */
export async function writeGeneration(
  context: SyncContext,
  plan: GenerationPlan,
  published: PublishedCatalog | null,
): Promise<ChangeTally> {
  const tally = { ...noCounts };
  for (const batch of batches(plan.products)) {
    const texts = await readStagedTexts(context, batch);
    const rows = batch.map((product) => rowOf(context, product, texts.get(product.position)));
    const changed = published ? await findChanged(context, plan, published, batch, rows) : [];
    await writeFenced(context, async (trx) => {
      await trx.insertInto("catalog_products").values(rows).execute();
      const changes = changed.flatMap((product) => changeRows(context, product));
      for (const part of batches(changes)) await trx.insertInto("changes").values(part).execute();
    });
    tally.new += published ? changed.filter(({ changes }) => changes[0]?.kind === "new").length : 0;
    tally.changed += changed.filter(({ changes }) => changes.length > 0 && changes[0]?.kind !== "new").length;
    tally.costOnly += changed.filter(({ changes }) => isCostOnly(changes)).length;
  }
  if (!published) tally.new = plan.products.filter(({ locale }) => locale === context.locales[0]).length;
  if (published) {
    await copyCarried(context, plan, published);
    tally.gone = await writeGone(context, plan.gone, published);
  }
  return tally;
}

type ProductRow = ReturnType<typeof rowOf>;

async function readStagedTexts(context: SyncContext, batch: readonly FinalProduct[]): Promise<Map<number, string>> {
  const rows = await context.db
    .selectFrom("catalog_staging")
    .select(["position", "data"])
    .where("vendor", "=", context.vendor)
    .where("generation", "=", context.generation)
    .where("position", ">=", batch[0]?.position ?? 0)
    .where("position", "<=", batch.at(-1)?.position ?? 0)
    .execute();
  return new Map(rows.map((row) => [row.position, row.data]));
}

function rowOf(context: SyncContext, product: FinalProduct, staged: string | undefined) {
  if (staged === undefined) throw new Error(`the staged row ${product.position} is gone`);
  const head = JSON.stringify({ key: product.key, requires: product.resolved });
  return {
    vendor: context.vendor,
    generation: context.generation,
    locale: product.locale,
    key: product.key,
    name: product.identity.name,
    content_hash: product.contentHash,
    data: `${head.slice(0, -1)},${staged.slice(1)}`,
  };
}

/** Only the default locale is compared: the others say the same in other words. */
async function findChanged(
  context: SyncContext,
  plan: GenerationPlan,
  published: PublishedCatalog,
  batch: readonly FinalProduct[],
  rows: readonly ProductRow[],
): Promise<Changed[]> {
  const [locale] = context.locales;
  const old = plan.old.get(locale);
  const differing = batch.flatMap((product, index) => {
    const row = rows[index];
    const same = product.locale !== locale || old?.get(product.key) === product.contentHash;
    return same || !row ? [] : [row];
  });
  const known = differing.filter(({ key }) => old?.has(key)).map(({ key }) => key);
  const at = { vendor: context.vendor, generation: published.generation, locale };
  const before = await readProductTexts(context.db, at, known);
  return differing.map(({ key, name, data }) => {
    const oldText = before.get(key);
    const product = readStoredProduct(data);
    const changes = oldText ? diffProducts(readStoredProduct(oldText), product) : [newProduct(product)];
    return { key, name, changes };
  });
}

function changeRows(context: SyncContext, { key, name, changes }: Changed) {
  return changes.map((change) => ({
    id: context.nextReportId(),
    sync_id: context.syncId,
    at: context.startedAt,
    vendor: context.vendor,
    key,
    name,
    kind: change.kind,
    what: change.what,
    old_value: change.old,
    new_value: change.new,
  }));
}

async function writeGone(context: SyncContext, keys: readonly string[], published: PublishedCatalog): Promise<number> {
  const at = { vendor: context.vendor, generation: published.generation, locale: context.locales[0] };
  for (const batch of batches(keys)) {
    const texts = await readProductTexts(context.db, at, batch);
    const rows = [...texts].flatMap(([key, text]) => {
      const product = readStoredProduct(text);
      return changeRows(context, { key, name: product.name, changes: [goneProduct(product)] });
    });
    await writeFenced(context, (trx) => trx.insertInto("changes").values(rows).execute());
  }
  return keys.length;
}

async function copyCarried(context: SyncContext, plan: GenerationPlan, published: PublishedCatalog): Promise<void> {
  const { vendor, generation } = context;
  for (const batch of batches(plan.carried)) {
    const keys = batch.map(({ key }) => key);
    await writeFenced(context, (trx) =>
      trx
        .insertInto("catalog_products")
        .columns(["vendor", "generation", "locale", "key", "name", "content_hash", "data"])
        .expression((from) =>
          from
            .selectFrom("catalog_products")
            .select(["vendor", sql<number>`cast(${generation} as integer)`.as("generation"), "locale", "key"])
            .select(["name", "content_hash", "data"])
            .where("vendor", "=", vendor)
            .where("generation", "=", published.generation)
            .where("locale", "in", [...context.locales])
            .where("key", "in", keys),
        )
        .execute(),
    );
  }
}
