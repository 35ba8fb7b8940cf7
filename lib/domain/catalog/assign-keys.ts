import type { Period } from "@/lib/domain/catalog/period";
import type { VendorId } from "@/lib/domain/catalog/product";

/** What tells one product of a vendor from another. */
export type ProductIdentity = {
  readonly vendor: VendorId;
  readonly partNumber: string;
  readonly externalId: string | null;
  /** Who makes it, where the vendor says so: two makers may use one part number. */
  readonly manufacturer: string | null;
  readonly commitment: Period | null;
  readonly billingPeriod: Period | null;
};

/** What a vendor's addresses begin with. */
export type KeyFrom = "externalId" | "partNumber";

export type AssignedKeys = {
  /** By position of the identity. Identical products share a key. */
  readonly keys: readonly string[];
  /** Positions of the products that repeat an earlier identity. */
  readonly duplicates: readonly number[];
};

/**
 * The shortest key that tells a product apart: its number, then with its periods, its id, its maker. A step is taken by all
 * who share the shorter key, so the answer does not depend on the order of the list.
 */
export function assignKeys(identities: readonly ProductIdentity[], keyFrom: KeyFrom): AssignedKeys {
  const steps = keyFrom === "externalId" ? [byId, byIdAndMaker] : [byNumber, byPeriods, byPeriodsAndId, byIdAndMaker];
  const keys = identities.map(() => "");
  // Few are ever asked for: most groups end with one member each.
  const signatures: (string | undefined)[] = [];
  const signatureAt = (index: number) => (signatures[index] ??= signature(at(identities, index)));
  let open = identities.map((_, i) => i);
  for (const [level, keyOf] of steps.entries()) {
    const isLast = level === steps.length - 1;
    const groups = Map.groupBy(open, (i) => keyOf(at(identities, i)));
    open = [];
    for (const [key, members] of groups) {
      if (isLast || areOne(signatureAt, members)) for (const i of members) keys[i] = key;
      else open.push(...members);
    }
  }
  return {
    keys,
    get duplicates() {
      return repeated(identities.map((_, index) => signatureAt(index)));
    },
  };
}

function at(identities: readonly ProductIdentity[], index: number): ProductIdentity {
  const identity = identities[index];
  if (!identity) throw new RangeError(`no identity at ${index}`);
  return identity;
}

function areOne(signatureAt: (index: number) => string, [first = 0, ...others]: readonly number[]): boolean {
  return others.every((other) => signatureAt(other) === signatureAt(first));
}

function repeated(signatures: readonly string[]): number[] {
  const seen = new Set<string>();
  return signatures.flatMap((text, i) => {
    if (seen.has(text)) return [i];
    seen.add(text);
    return [];
  });
}

function signature(identity: ProductIdentity): string {
  const { vendor, partNumber, externalId, manufacturer, commitment, billingPeriod } = identity;
  return JSON.stringify([vendor, partNumber, externalId, manufacturer, commitment, billingPeriod]);
}

function byId(identity: ProductIdentity): string {
  return identity.externalId ?? identity.partNumber;
}

function byNumber(identity: ProductIdentity): string {
  return identity.partNumber;
}

/** The key of each of several products of one number, where no two of them have the same periods. */
export function keyByPeriods(identity: ProductIdentity): string {
  return byPeriods(identity);
}

function byPeriods(identity: ProductIdentity): string {
  return `${identity.partNumber}~${identity.commitment ?? "once"}~${identity.billingPeriod ?? "once"}`;
}

function byPeriodsAndId(identity: ProductIdentity): string {
  return identity.externalId === null ? byPeriods(identity) : `${byPeriods(identity)}~${identity.externalId}`;
}

function byIdAndMaker(identity: ProductIdentity): string {
  const { manufacturer } = identity;
  return manufacturer === null ? byPeriodsAndId(identity) : `${byPeriodsAndId(identity)}~${manufacturer}`;
}
