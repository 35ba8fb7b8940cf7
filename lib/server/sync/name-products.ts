import { assignKeys, type KeyFrom, type ProductIdentity } from "@/lib/domain/catalog/assign-keys";
import type { RequirementOffer } from "@/lib/domain/catalog/resolve-requirements";
import { signatureOf, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";

/** A staged product with its final key. */
export type KeyedProduct = StagedProduct & { readonly key: string };

export type KeyedProducts = {
  readonly products: readonly KeyedProduct[];
  /** Left out: the same product was in the list before. */
  readonly repeated: readonly StagedProduct[];
};

/** The same product has the same key in every locale. */
export function keyProducts(staged: readonly StagedProduct[]): KeyedProducts {
  const keyOf = keysBySignature(staged);
  const taken = new Set<string>();
  const products: KeyedProduct[] = [];
  const repeated: StagedProduct[] = [];
  for (const product of staged) {
    const key = keyOf.get(signatureOf(product.identity)) ?? product.identity.partNumber;
    const place = `${product.locale} ${key}`;
    if (taken.has(place)) repeated.push(product);
    else products.push({ ...product, key });
    taken.add(place);
  }
  return { products, repeated };
}

function keysBySignature(staged: readonly StagedProduct[]): ReadonlyMap<string, string> {
  const identities = new Map<string, VendorIdentity>();
  for (const { identity } of staged) {
    const signature = signatureOf(identity);
    if (!identities.has(signature)) identities.set(signature, identity);
  }
  const { keys } = assignKeys([...identities.values()].map(toKeyIdentity), keyFrom([...identities.values()]));
  return new Map(
    [...identities.keys()].flatMap((signature, i) => (keys[i] === undefined ? [] : [[signature, keys[i]]])),
  );
}

/** Where every plan is an order of its own (no order groups), a product is known by the vendor's id, else by its number. */
function keyFrom(identities: readonly VendorIdentity[]): KeyFrom {
  return identities.some(({ service }) => service !== null) ? "partNumber" : "externalId";
}

/** Two order groups may sell one part number: then the group tells the products apart as another maker would. */
function toKeyIdentity(identity: VendorIdentity): ProductIdentity {
  const { vendor, partNumber, externalId, provider, service, plans } = identity;
  const maker = [provider, service].filter((part) => part !== null).join("~");
  return {
    vendor,
    partNumber,
    externalId,
    manufacturer: maker === "" ? null : maker,
    commitment: plans[0]?.commitment ?? null,
    billingPeriod: plans[0]?.billingPeriod ?? null,
  };
}

export function toOffer({
  key,
  identity,
}: {
  readonly key: string;
  readonly identity: VendorIdentity;
}): RequirementOffer {
  const { vendor, partNumber, externalId, name, service, archived, plans } = identity;
  return { vendor, key, partNumber, externalId, name, service, archived, plans };
}
