import { z } from "zod";
import type { SyncContext } from "@/lib/server/sync/sync-context";
import { log } from "@/lib/server/log";
import type { Taxonomy } from "@/lib/vendors/catalog-source";
import { VendorError } from "@/lib/vendors/errors";

const texts = z.array(z.string());
const TaxonomySchema = z.object({ categories: texts, topics: texts, serviceTypes: texts, locales: texts });

/** The vendor's own lists; where they cannot be read, those of the last sync serve on: products matter more. */
export async function readTaxonomy(context: SyncContext, last: string | null): Promise<Taxonomy | null> {
  try {
    return await context.source.fetchTaxonomy(context.signal);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof VendorError)) throw error;
    log.warn({ vendor: context.vendor, kind: error.facts.kind }, "the vendor's lists could not be read");
    return last === null ? null : parseTaxonomy(last);
  }
}

export function parseTaxonomy(text: string): Taxonomy | null {
  return TaxonomySchema.nullable().parse(JSON.parse(text));
}
