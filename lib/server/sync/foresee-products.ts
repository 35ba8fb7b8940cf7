import type {
  RequirementGroup,
  RequirementTarget,
  ResolvedRequirement,
  VendorProduct,
} from "@/lib/domain/catalog/product";
import { createRequirementResolver } from "@/lib/domain/catalog/resolve-requirements";
import { guessKeys, requiring, toOffer } from "@/lib/server/sync/name-products";
import { parkingKeyOf } from "@/lib/server/sync/provisional-row";
import { createIdentities, none, type StagedProduct, type VendorIdentity } from "@/lib/server/sync/staged-product";

/** A product as far as the part of the list that was read can tell. */
export type ForeseenProduct = {
  readonly identity: VendorIdentity;
  readonly key: string;
  /** How many products shared its number when it got its key; 0 where this says nothing about the final one. */
  readonly namedAmong: number;
  readonly resolved: readonly RequirementGroup<ResolvedRequirement>[];
};

type Named = { readonly position: number; readonly identity: VendorIdentity; readonly key: string };

/** What is foreseen of a product while its page is looked through. */
type Foreseeing = Named & { readonly namedAmong: number; resolved: ForeseenProduct["resolved"] };

/**
 * Guesses keys and requirements of one locale's products page by page. Most guesses are right, since few products share a
 * number and most vendors list a product before what requires it; so most rows are written once and stay.
 */
export type Foresight = {
  /** The products of one page; `from` is the position of the first. */
  take(products: readonly VendorProduct[], from: number): readonly ForeseenProduct[];
  /** Numbers and ids that a requirement named before the last product with them was read. */
  readonly late: ReadonlySet<string>;
  readonly keys: ForeseenKeys;
};

/** What was guessed of the keys of the list. */
export type ForeseenKeys = {
  readonly guessed: ReadonlySet<string>;
  /** False where the whole list may give a product another key than the one it was written with. */
  readonly isSettled: (product: Pick<StagedProduct, "identity" | "namedAmong">) => boolean;
};

/** `known` are products of the locale that were read before. */
export function createForesight(known: readonly StagedProduct[]): Foresight {
  const taken = new Set<string>();
  const book = createBook();
  // Numbers of products that were not all named together, or not by the rule.
  const reopened = new Set<string>();
  const identityOf = createIdentities();
  for (const { position, provisionalKey, identity } of known) {
    taken.add(provisionalKey);
    book.enter({ position, identity, key: provisionalKey });
  }
  const nameAll = (products: readonly VendorProduct[], from: number): readonly Foreseeing[] => {
    const identities = products.map(identityOf);
    const { keys, among } = guessKeys(identities);
    return identities.map((identity, at) => {
      const guess = keys[at] ?? identity.partNumber;
      // A key that is taken already gives way to the position until all keys are settled.
      const position = from + at;
      const key = taken.has(guess) ? parkingKeyOf(position) : guess;
      taken.add(guess);
      const named = { position, identity, key, namedAmong: among[at] ?? 0, resolved: none };
      book.enter(named);
      if (key !== guess || book.hasBefore(identity.partNumber, from)) reopened.add(identity.partNumber);
      return named;
    });
  };
  return {
    late: book.late,
    keys: {
      guessed: taken,
      isSettled: ({ identity, namedAmong }) => namedAmong > 0 && !reopened.has(identity.partNumber),
    },
    take(products, from) {
      const named = nameAll(products, from);
      const meant = new Set<Named>();
      for (const { requires } of products) {
        for (const { anyOf } of requires) for (const target of anyOf) book.lookUp(target, meant);
      }
      // Of several with one id the last counts, here as in the whole list.
      const offers = [...meant].sort((a, b) => a.position - b.position).map(toOffer);
      const resolve = createRequirementResolver(offers);
      for (const [at, product] of named.entries()) {
        const requires = products[at]?.requires ?? none;
        if (requires.length > 0) product.resolved = resolve(requiring(product.identity, requires));
      }
      return named;
    },
  };
}

/** Who has which number and id, and which of these were asked for too early. */
function createBook() {
  const byNumber = new Map<string, Named | Named[]>();
  const byId = new Map<string, Named>();
  const asked = new Set<string>();
  const late = new Set<string>();
  return {
    late,
    enter(named: Named) {
      const { partNumber, externalId } = named.identity;
      const sameNumber = byNumber.get(partNumber);
      if (!sameNumber) byNumber.set(partNumber, named);
      else if (Array.isArray(sameNumber)) sameNumber.push(named);
      else byNumber.set(partNumber, [sameNumber, named]);
      if (asked.has(partNumber)) late.add(partNumber);
      if (externalId === null) return;
      byId.set(externalId, named);
      if (asked.has(externalId)) late.add(externalId);
    },
    /** Whether somebody before a position has the number. */
    hasBefore(partNumber: string, position: number): boolean {
      const sameNumber = byNumber.get(partNumber);
      const first = Array.isArray(sameNumber) ? sameNumber[0] : sameNumber;
      return first !== undefined && first.position < position;
    },
    /** Adds whoever the target may mean. */
    lookUp({ partNumber, externalId }: RequirementTarget, meant: Set<Named>) {
      const sameNumber = byNumber.get(partNumber);
      if (Array.isArray(sameNumber)) for (const one of sameNumber) meant.add(one);
      else if (sameNumber) meant.add(sameNumber);
      asked.add(partNumber);
      if (externalId === null) return;
      const byThisId = byId.get(externalId);
      if (byThisId) meant.add(byThisId);
      asked.add(externalId);
    },
  };
}
