import { type ProductQuery, ProductQuerySchema, type ProductSummary } from "@/lib/contracts/catalog";
import { browseCatalog } from "@/lib/server/catalog/browse-catalog";
import type { Viewer } from "@/lib/server/viewer";

const SHOWN = 6;
const QUERY_LENGTH_MAX = 200;

type Wanted = {
  readonly vendor: string;
  readonly key: string;
  /** Its name, or the number that was asked for. */
  readonly words: string;
  readonly categories?: readonly string[];
};

/** What can be had and resembles a product that cannot: by its words, then by its first category. */
export async function findSimilar(viewer: Viewer, wanted: Wanted): Promise<readonly ProductSummary[]> {
  const browse = async (query: Partial<ProductQuery>) => {
    const { items } = await browseCatalog(viewer, {
      ...ProductQuerySchema.parse({ archived: "false", pageSize: SHOWN + 1 }),
      ...query,
    });
    return items.filter(({ vendor, key }) => vendor !== wanted.vendor || key !== wanted.key);
  };
  const byWords = await browse({ q: wanted.words.slice(0, QUERY_LENGTH_MAX) });
  const [category] = wanted.categories ?? [];
  if (byWords.length >= SHOWN || category === undefined) return byWords.slice(0, SHOWN);
  const known = new Set(byWords.map(({ vendor, key }) => `${vendor}/${key}`));
  const others = (await browse({ category: [category] })).filter(({ vendor, key }) => !known.has(`${vendor}/${key}`));
  return [...byWords, ...others].slice(0, SHOWN);
}
