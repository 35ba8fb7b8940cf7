import type { LiveProductDto } from "@/lib/contracts/vendors";
import type { Product, VendorProduct } from "@/lib/domain/catalog/product";
import { AppError } from "@/lib/server/app-error";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { env } from "@/lib/server/env";
import { findSource, liveListOf, type ListName } from "@/lib/server/vendors/find-source";
import { countQuestion } from "@/lib/server/vendors/limit-questions";
import { isSameVariant } from "@/lib/server/vendors/same-variant";
import { toLiveProduct } from "@/lib/server/vendors/to-live-product";
import { unknownAt } from "@/lib/server/vendors/unknown-at";
import { may, type Viewer } from "@/lib/server/viewer";
import type { LiveRef } from "@/lib/vendors/live-catalog";

type LiveProductRequest = {
  readonly vendor: string;
  readonly list: ListName;
  /** A key of our catalog, else the vendor's own id or part number. */
  readonly id: string;
  readonly locale?: string | undefined;
  readonly signal: AbortSignal;
};

/** One product as the vendor answers now. Throws `not-found` where it has none, or several under this number. */
export async function readLiveProduct(viewer: Viewer, request: LiveProductRequest): Promise<LiveProductDto> {
  const product = await askForProduct(viewer, request);
  return toLiveProduct(product, { catalog: await currentCatalog(), seesCost: may(viewer, "costs:read") });
}

/** The same with everything the vendor told: costs included, whoever asks. */
export async function askForProduct(viewer: Viewer, request: LiveProductRequest): Promise<VendorProduct> {
  const { vendor, id, signal, locale = env().locales[0] } = request;
  const source = await findSource(vendor);
  const list = liveListOf(source, request.list);
  await countQuestion(viewer);
  const known = (await currentCatalog()).find({ vendor, key: id });
  const found = await unknownAt(list.readProduct({ ...refOf(known, id), locale }, signal), source.label, id);
  return chooseVariant(found, known, { label: source.label, id });
}

/** What the vendor calls the product of this key; what is not in our catalog is taken for the vendor's own word. */
function refOf(known: Product | null, id: string): Omit<LiveRef, "locale"> {
  return known ?? { externalId: null, partNumber: id };
}

type Asked = { readonly label: string; readonly id: string };

function chooseVariant(found: readonly VendorProduct[], known: Product | null, { label, id }: Asked): VendorProduct {
  const variants = known ? found.filter((candidate) => isSameVariant(known, candidate)) : found;
  const [first, ...others] = variants;
  if (!first) throw new AppError("not-found", `${label} has no product ${id}.`);
  if (others.length === 0) return first;
  const candidates = variants.map(({ externalId, name, plans }) => ({
    externalId,
    name,
    billingPeriod: plans[0]?.billingPeriod ?? null,
    commitment: plans[0]?.commitment ?? null,
  }));
  const sentence = `${variants.length} products of ${label} have the part number ${id}. Ask for the list with partNumber=${id}.`;
  throw new AppError("not-found", sentence, { extra: { candidates } });
}
