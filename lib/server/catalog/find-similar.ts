import { type ProductSummary, ProductQuerySchema } from "@/lib/contracts/catalog";
import type { ProductRef } from "@/lib/domain/catalog/product";
import { browseCatalog } from "@/lib/server/catalog/browse-catalog";
import type { Viewer } from "@/lib/server/viewer";

const SHOWN = 6;
const QUERY_LENGTH_MAX = 200;

/** What can be ordered and resembles a name or number; without `but`. */
export async function findSimilar(viewer: Viewer, words: string, but: ProductRef): Promise<readonly ProductSummary[]> {
  const q = words.slice(0, QUERY_LENGTH_MAX);
  const { items } = await browseCatalog(
    viewer,
    ProductQuerySchema.parse({ q, archived: "false", pageSize: SHOWN + 1 }),
  );
  return items.filter(({ vendor, key }) => vendor !== but.vendor || key !== but.key).slice(0, SHOWN);
}
