import { assignKeys, type KeyFrom, type ProductIdentity } from "@/lib/domain/catalog/assign-keys";
import type { RequirementOffer } from "@/lib/domain/catalog/resolve-requirements";
import { batches, nextTurn } from "@/lib/server/sync/sync-context";
import { signatureOf, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";

/** A staged product with its final key. */
export type KeyedProduct = StagedProduct & { readonly key: string };

export type KeyedProducts = {
  readonly products: readonly KeyedProduct[];
  /** Left out: the same product was in the list before. */
  readonly repeated: readonly StagedProduct[];
};

/** The same product has the same key in every locale. */
export async function keyProducts(staged: readonly StagedProduct[]): Promise<KeyedProducts> {
  const keyOf = await keysBySignature(staged);
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

/** The keys of some products of a list as far as these alone can tell: right unless another one shares a number. */
export function guessKeys(identities: readonly VendorIdentity[]): readonly string[] {
  return assignKeys(identities.map(toKeyIdentity), keyFrom(identities)).keys;
}

/** Products that share a number decide among themselves what their keys are; hence the list can be taken in parts. */
async function keysBySignature(staged: readonly StagedProduct[]): Promise<ReadonlyMap<string, string>> {
  const identities = new Map(staged.map(({ identity }) => [signatureOf(identity), identity]));
  await nextTurn();
  const from = keyFrom([...identities.values()]);
  const numberOf = ({ externalId, partNumber }: VendorIdentity) =>
    from === "externalId" ? (externalId ?? partNumber) : partNumber;
  const sameNumber = Map.groupBy(identities, ([, identity]) => numberOf(identity));
  const keyOf = new Map<string, string>();
  for (const groups of batches([...sameNumber.values()], GROUPS_PER_TURN)) {
    const part = groups.flat();
    const { keys } = assignKeys(
      part.map(([, identity]) => toKeyIdentity(identity)),
      from,
    );
    for (const [index, [signature]] of part.entries()) keyOf.set(signature, keys[index] ?? signature);
    await nextTurn();
  }
  return keyOf;
}

const GROUPS_PER_TURN = 1_000;

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
