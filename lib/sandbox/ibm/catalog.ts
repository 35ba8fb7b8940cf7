import { createRecordList, type RecordList } from "../record-list";
import { createIbmGenerator, generatedIndexOf } from "./generator";
import { handShapedIbmProducts } from "./hand-shaped";
import type { IbmProduct, Locale } from "./records";

export type IbmFilter = {
  locale: Locale;
  audience: "public" | "reseller";
  category?: string;
  primaryCategory?: string;
  naturalLanguageName?: string;
  productId?: string;
  providerName?: string;
  serviceType?: string;
  topics?: string;
};

export type IbmCatalog = {
  readonly list: RecordList<IbmProduct>;
  readonly size: () => number;
  readonly find: (id: string) => IbmProduct | undefined;
  /** Numbers of the products that meet a filter, in list order. */
  readonly matching: (filter: IbmFilter) => readonly number[];
  readonly update: (id: string, change: Partial<Omit<IbmProduct, "id">>) => boolean;
  /** Price in US dollars; other currencies follow it. */
  readonly setPlanPrice: (id: string, planId: string, price: string) => boolean;
  readonly archive: (id: string) => boolean;
  readonly withdraw: (id: string) => boolean;
  readonly add: (product: IbmProduct, position?: number) => void;
};

export function createIbmCatalog(options: { products?: number; seed: number }): IbmCatalog {
  const shaped = handShapedIbmProducts();
  const total = options.products ?? shaped.length;
  const given = shaped.slice(0, total);
  const list = createRecordList({
    given,
    generatedCount: total - given.length,
    generate: createIbmGenerator(options.seed),
  });
  const numberById = new Map(given.map((product, number) => [product.id, number]));

  const numberOf = (id: string): number | undefined => {
    const index = generatedIndexOf(id);
    const number = numberById.get(id) ?? (index === undefined ? undefined : given.length + index);
    return number !== undefined && list.byNumber(number)?.id === id ? number : undefined;
  };
  const change = (id: string, make: (product: IbmProduct) => IbmProduct): boolean => {
    const number = numberOf(id);
    const product = number === undefined ? undefined : list.byNumber(number);
    if (number === undefined || product === undefined) return false;
    list.replace(number, { ...make(product), lastModified: Math.floor(Date.now() / 1000) });
    return true;
  };

  return {
    list,
    size: list.size,
    find: (id) => {
      const number = numberOf(id);
      return number === undefined ? undefined : list.byNumber(number);
    },
    matching: rememberMatches(list),
    update: (id, fields) => change(id, (product) => ({ ...product, ...fields })),
    setPlanPrice: (id, planId, price) =>
      change(id, (product) => ({
        ...product,
        plans: product.plans.map((plan) => (plan.id === planId ? { ...plan, price } : plan)),
      })),
    archive: (id) => change(id, (product) => ({ ...product, archived: true })),
    withdraw: (id) => {
      const number = numberOf(id);
      if (number !== undefined) list.remove(number);
      return number !== undefined;
    },
    add: (product, position) => numberById.set(product.id, list.add(product, position)),
  };
}

function rememberMatches(list: RecordList<IbmProduct>) {
  const known = new Map<string, readonly number[]>();
  let version = list.version();
  return (filter: IbmFilter): readonly number[] => {
    if (version !== list.version() || known.size > 50) known.clear();
    version = list.version();
    const key = JSON.stringify(filter, Object.keys(filter).toSorted());
    const found =
      known.get(key) ??
      list.numbers().filter((number) => {
        const product = list.byNumber(number);
        return product !== undefined && meets(product, filter);
      });
    known.set(key, found);
    return found;
  };
}

/** Every filter is an exact match, as documented. */
function meets(product: IbmProduct, filter: IbmFilter): boolean {
  const equals = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value;
  const holds = (wanted: string | undefined, values: readonly string[]) =>
    wanted === undefined || values.includes(wanted);
  return (
    product.locales.includes(filter.locale) &&
    (filter.audience === "public" || product.resold) &&
    holds(filter.category, product.categories) &&
    equals(filter.primaryCategory, product.primaryCategory) &&
    equals(filter.naturalLanguageName, product.shortName) &&
    equals(filter.providerName, product.provider) &&
    equals(filter.serviceType, product.serviceType) &&
    holds(filter.topics, product.topics) &&
    holds(
      filter.productId,
      product.plans.map(({ productId }) => productId),
    )
  );
}
