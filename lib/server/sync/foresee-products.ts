import type {
  RequirementGroup,
  RequirementTarget,
  ResolvedRequirement,
  VendorProduct,
} from "@/lib/domain/catalog/product";
import { createRequirementResolver } from "@/lib/domain/catalog/resolve-requirements";
import { guessKeys, requiring, toOffer } from "@/lib/server/sync/name-products";
import { parkingKeyOf } from "@/lib/server/sync/provisional-row";
import { identityOf, signatureOf, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";

/** A product as far as the part of the list that was read can tell. */
export type ForeseenProduct = {
  readonly identity: VendorIdentity;
  readonly signature: string;
  readonly key: string;
  /** How many products shared its number when it got its key; 0 where this says nothing about the final one. */
  readonly namedAmong: number;
  readonly resolved: readonly RequirementGroup<ResolvedRequirement>[];
};

type Named = { readonly identity: VendorIdentity; readonly key: string };

/**
 * Guesses keys and requirements of one locale's products page by page. Most guesses are right, since few products share a
 * number and most vendors list a product before what requires it; so most rows are written once and stay.
 */
export type Foresight = {
  /** The products of one page; `from` is the position of the first. */
  take(products: readonly VendorProduct[], from: number): readonly ForeseenProduct[];
};

/** `known` are products of the locale that were read before. */
export function createForesight(known: readonly StagedProduct[]): Foresight {
  const taken = new Set<string>();
  const byNumber = new Map<string, Named[]>();
  const byId = new Map<string, Named>();
  const remember = (named: Named) => {
    const { partNumber, externalId } = named.identity;
    const sameNumber = byNumber.get(partNumber);
    if (sameNumber) sameNumber.push(named);
    else byNumber.set(partNumber, [named]);
    if (externalId !== null) byId.set(externalId, named);
  };
  for (const { provisionalKey, identity } of known) {
    taken.add(provisionalKey);
    remember({ identity, key: provisionalKey });
  }
  const namedBy = ({ partNumber, externalId }: RequirementTarget) => {
    const sameNumber = byNumber.get(partNumber) ?? [];
    const byThisId = externalId === null ? undefined : byId.get(externalId);
    return byThisId ? [...sameNumber, byThisId] : sameNumber;
  };
  return {
    take(products, from) {
      const signed = products.map((product) => {
        const identity = identityOf(product);
        return { identity, signature: signatureOf(identity) };
      });
      const guesses = guessKeys(signed);
      const keyed = signed.map(({ identity, signature }, at) => {
        const { key: guess, among } = guesses[at] ?? { key: identity.partNumber, among: 0 };
        // A key that is taken already gives way to the position until all keys are settled.
        const key = taken.has(guess) ? parkingKeyOf(from + at) : guess;
        taken.add(guess);
        remember({ identity, key });
        return { identity, signature, key, namedAmong: among };
      });
      const named = new Set<Named>();
      for (const { requires } of products) {
        for (const { anyOf } of requires) for (const target of anyOf) for (const one of namedBy(target)) named.add(one);
      }
      const resolve = createRequirementResolver([...named].map(toOffer));
      return keyed.map(({ identity, signature, key, namedAmong }, at) => {
        const requires = products[at]?.requires ?? [];
        const resolved = requires.length === 0 ? [] : resolve(requiring(identity, requires));
        return { identity, signature, key, namedAmong, resolved };
      });
    },
  };
}
