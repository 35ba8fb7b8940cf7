import type {
  RequirementGroup,
  RequirementTarget,
  ResolvedRequirement,
  VendorProduct,
} from "@/lib/domain/catalog/product";
import type { Finding } from "@/lib/domain/sync/finding";

/** What is kept in memory of a product while its row waits in the store: enough for its key and its requirements. */
export type StagedProduct = {
  readonly position: number;
  readonly locale: string;
  readonly identity: VendorIdentity;
  /** Of its own text. */
  readonly hash: string;
  /** The key its row has until all keys are known. */
  readonly provisionalKey: string;
  /** How many products shared its number where it got that key; 0 where this says nothing about the final one. */
  readonly namedAmong: number;
  /** Of its row as it is until all keys and requirements are known. */
  readonly provisionalHash: string;
  /** The published generation has the very same row: it is copied from there instead of written. */
  readonly isPublished: boolean;
  readonly requires: readonly RequirementGroup<RequirementTarget>[];
  /** What its requirements meant in the part of the list that was read when its row was written. */
  readonly foreseen: readonly RequirementGroup<ResolvedRequirement>[];
  readonly doubts: readonly Finding[];
};

export type VendorIdentity = Pick<
  VendorProduct,
  "vendor" | "partNumber" | "externalId" | "otherPartNumbers" | "name" | "service" | "provider" | "archived"
> & {
  readonly plans: readonly Periods[];
};

type Periods = { readonly billingPeriod: string | null; readonly commitment: string | null };

export function identityOf(product: Omit<VendorProduct, "requires">): VendorIdentity {
  const { vendor, partNumber, externalId, otherPartNumbers, name, service, provider, archived } = product;
  const plans = periodsIn(product.plans);
  return { vendor, partNumber, externalId, otherPartNumbers, name, service, provider, archived, plans };
}

function periodsIn(plans: readonly Periods[]): readonly Periods[] {
  return plans.map(({ billingPeriod, commitment }) => ({ billingPeriod, commitment }));
}

/** Like `identityOf`, for many: what is the same in thousands of products is kept once. */
export function createIdentities(): typeof identityOf {
  const plansOf = new Map<string | null, Map<string | null, VendorIdentity["plans"]>>();
  const texts = new Map<string, string>();
  const once = (text: string | null) => {
    if (text === null) return null;
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  const onePlan = (plan: Periods) => {
    const { billingPeriod, commitment } = plan;
    const known = plansOf.get(billingPeriod) ?? new Map<string | null, VendorIdentity["plans"]>();
    plansOf.set(billingPeriod, known);
    const plans = known.get(commitment) ?? periodsIn([plan]);
    known.set(commitment, plans);
    return plans;
  };
  return (product) => {
    const { vendor, partNumber, externalId, name, archived } = product;
    const [plan, ...others] = product.plans;
    const plans = plan && others.length === 0 ? onePlan(plan) : periodsIn(product.plans);
    const [service, provider] = [once(product.service), once(product.provider)];
    const otherPartNumbers = product.otherPartNumbers.length === 0 ? none : product.otherPartNumbers;
    return { vendor, partNumber, externalId, otherPartNumbers, name, service, provider, archived, plans };
  };
}

export const none: readonly never[] = [];

/** Equal for the same product in two locales or two syncs. */
export function signatureOf(identity: Omit<VendorIdentity, "name" | "archived" | "otherPartNumbers">): string {
  const { vendor, partNumber, externalId, service, provider, plans } = identity;
  if (externalId !== null) return JSON.stringify([vendor, externalId, partNumber, periodsOf(plans)]);
  return JSON.stringify([vendor, partNumber, service, provider, periodsOf(plans)]);
}

function periodsOf(plans: VendorIdentity["plans"]): string {
  return plans
    .map(({ billingPeriod, commitment }) => `${billingPeriod}/${commitment}`)
    .sort()
    .join();
}
