import { assignKeys, keyByPeriods, type KeyFrom, type ProductIdentity } from "@/lib/domain/catalog/assign-keys";
import type { RequirementOffer, RequiringProduct } from "@/lib/domain/catalog/resolve-requirements";
import type { ForeseenKeys } from "@/lib/server/sync/foresee-products";
import { batches, nextTurn } from "@/lib/server/sync/sync-context";
import { isParkingKey } from "@/lib/server/sync/provisional-row";
import { signatureOf, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";

/** A staged product with its final key. */
export type KeyedProduct = { readonly staged: StagedProduct; readonly key: string };

export type KeyedProducts = {
  readonly products: readonly KeyedProduct[];
  /** Left out: the same product was in the list before. */
  readonly repeated: readonly StagedProduct[];
  /** The keys of each locale. */
  readonly keys: ReadonlyMap<string, Keys>;
};

export type Keys = Pick<ReadonlySet<string>, "has" | "size">;

/** The same product has the same key in every locale. `foreseen` tells of a list that was read in one. */
export async function keyProducts(
  staged: readonly StagedProduct[],
  foreseen: ForeseenKeys | null = null,
): Promise<KeyedProducts> {
  return (foreseen && (await keyUnsettled(staged, foreseen))) ?? keyAll(staged);
}

/** Most keys are settled as the list is read; only the others are looked at again. Null where one of them is a settled one's. */
async function keyUnsettled(
  staged: readonly StagedProduct[],
  { guessed, isSettled }: ForeseenKeys,
): Promise<KeyedProducts | null> {
  const unsettled = staged.filter((product) => !isSettled(product));
  const keys = await assignAll(unsettled, keyFrom(identitiesOf(staged)));
  const given = new Set<string>();
  const guessedWrongly = new Set(unsettled.map(({ provisionalKey }) => provisionalKey));
  const isTaken = (key: string) => guessed.has(key) && !guessedWrongly.has(key);
  const products: KeyedProduct[] = [];
  const repeated: StagedProduct[] = [];
  let at = 0;
  for (const product of staged) {
    if (isSettled(product)) {
      products.push({ staged: product, key: product.provisionalKey });
      continue;
    }
    const key = keys[at] ?? "";
    at += 1;
    if (isTaken(key)) return null;
    if (given.has(key)) repeated.push(product);
    else products.push({ staged: product, key });
    given.add(key);
  }
  const has = (key: string) => given.has(key) || isTaken(key);
  const locale = staged[0]?.locale ?? "";
  return { products, repeated, keys: new Map([[locale, { has, size: products.length }]]) };
}

async function keyAll(staged: readonly StagedProduct[]): Promise<KeyedProducts> {
  const keys = await assignAll(staged, keyFrom(identitiesOf(staged)));
  const taken = new Map<string, Set<string>>();
  const products: KeyedProduct[] = [];
  const repeated: StagedProduct[] = [];
  for (const [index, product] of staged.entries()) {
    const key = keys[index] ?? product.identity.partNumber;
    const ofLocale = taken.get(product.locale) ?? new Set<string>();
    taken.set(product.locale, ofLocale);
    if (ofLocale.has(key)) repeated.push(product);
    else products.push({ staged: product, key });
    ofLocale.add(key);
  }
  return { products, repeated, keys: taken };
}

/** By position. */
export type GuessedKeys = {
  readonly keys: readonly string[];
  /** With how many of the products it shares its number; 0 where the whole list may see that differently. */
  readonly among: readonly number[];
};

/** The keys of some products of a list as far as these alone can tell: right unless another one shares a number. */
export function guessKeys(products: readonly VendorIdentity[]): GuessedKeys {
  const keys: string[] = [];
  const among: number[] = [];
  const from = keyFrom(products);
  for (const group of sameNumber(products, from)) {
    nameGroup(products, group, from, keys);
    for (const position of group) among[position] = from === "partNumber" ? group.length : 0;
  }
  return { keys, among };
}

const identitiesOf = (products: readonly StagedProduct[]) => products.map(({ identity }) => identity);

/** By position in the list. */
async function assignAll(products: readonly StagedProduct[], from: KeyFrom): Promise<readonly string[]> {
  const identities = identitiesOf(products);
  const keys = identities.map(({ partNumber }) => partNumber);
  await nextTurn();
  for (const groups of batches(sameNumber(identities, from), GROUPS_PER_TURN)) {
    for (const group of groups) {
      if (!keepGuesses(products, group, keys)) nameGroup(identities, group, from, keys);
    }
    await nextTurn();
  }
  return keys;
}

/** True where all who share the number were named together: nobody is there who could make these keys wrong. */
function keepGuesses(products: readonly StagedProduct[], group: readonly number[], keys: string[]): boolean {
  const areSettled = group.every((position) => {
    const product = products[position];
    return product?.namedAmong === group.length && !isParkingKey(product.provisionalKey);
  });
  if (areSettled) for (const position of group) keys[position] = products[position]?.provisionalKey ?? "";
  return areSettled;
}

/** The positions of the products that share a number. */
function sameNumber(products: readonly VendorIdentity[], from: KeyFrom): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  products.forEach((identity, position) => {
    const number = numberOf(identity, from);
    const group = groups.get(number);
    if (group) group.push(position);
    else groups.set(number, [position]);
  });
  return [...groups.values()];
}

/** Products that share a number decide among themselves what their keys are; hence a list can be taken in parts. */
function nameGroup(products: readonly VendorIdentity[], group: readonly number[], from: KeyFrom, keys: string[]): void {
  const [only] = group;
  if (only !== undefined && group.length === 1) {
    const product = products[only];
    if (product) keys[only] = numberOf(product, from);
    return;
  }
  const members = group.flatMap((position) => products[position] ?? []);
  if (from === "partNumber") {
    const byPeriods = members.map((identity) => keyByPeriods(toKeyIdentity(identity)));
    // The usual reason to share a number; no two of them can be the same product then.
    if (new Set(byPeriods).size === members.length) {
      for (const [at, position] of group.entries()) keys[position] = byPeriods[at] ?? "";
      return;
    }
  }
  const signatures = members.map(signatureOf);
  const different = [...new Map(members.map((identity, at) => [signatures[at] ?? "", identity]))];
  const [first] = different;
  if (first && different.length === 1) {
    for (const position of group) keys[position] = numberOf(first[1], from);
    return;
  }
  const identities = different.map(([, identity]) => toKeyIdentity(identity));
  const assigned = assignKeys(identities, from).keys;
  const keyOf = new Map(different.map(([signature], index) => [signature, assigned[index] ?? signature]));
  for (const [at, position] of group.entries()) keys[position] = keyOf.get(signatures[at] ?? "") ?? "";
}

const GROUPS_PER_TURN = 1_000;

function numberOf({ externalId, partNumber }: VendorIdentity, from: KeyFrom): string {
  return from === "externalId" ? (externalId ?? partNumber) : partNumber;
}

/** Where every plan is an order of its own (no order groups), a product is known by the vendor's id, else by its number. */
function keyFrom(products: readonly VendorIdentity[]): KeyFrom {
  return products.some(({ service }) => service !== null) ? "partNumber" : "externalId";
}

/** Two order groups may sell one part number: then the group tells the products apart as another maker would. */
function toKeyIdentity(identity: VendorIdentity): ProductIdentity {
  const { vendor, partNumber, externalId, provider, service, plans } = identity;
  return {
    vendor,
    partNumber,
    externalId,
    manufacturer: provider === null || service === null ? (provider ?? service) : `${provider}~${service}`,
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

/** What a requirement is understood by. */
export function requiring(
  { vendor, service, plans }: VendorIdentity,
  requires: RequiringProduct["requires"],
): RequiringProduct {
  return { vendor, service, plans, requires };
}
