import { createRecordList, type RecordList } from "../record-list";
import { createGenerator, FAMILY_SIZE, familyNumberOf } from "./generator";
import { handShapedProducts } from "./hand-shaped";
import type { ApiVersion, CloudBlueProduct, PriceRow } from "./records";

export type PriceChange = { side: "costs" | "prices"; amount: string; currency?: string; type?: PriceRow["type"] };

export type CloudBlueCatalog = {
  readonly list: RecordList<CloudBlueProduct>;
  readonly size: () => number;
  readonly find: (mpn: string) => CloudBlueProduct[];
  /** Numbers of the products that meet a filter, in list order; `undefined` = no filter, all of them. */
  readonly matching: (filter: ProductFilter) => readonly number[] | undefined;
  readonly update: (mpn: string, change: Partial<Omit<CloudBlueProduct, "mpn">>) => number;
  readonly setAmount: (mpn: string, change: PriceChange) => number;
  readonly withdraw: (mpn: string) => number;
  readonly add: (product: CloudBlueProduct, position?: number) => void;
};

export type ProductFilter = Partial<Record<"mpn" | "name" | "serviceName" | "vendor", string>>;

export function createCloudBlueCatalog(options: {
  products?: number;
  seed: number;
  apiVersion: ApiVersion;
}): CloudBlueCatalog {
  const shaped = distinctFor(options.apiVersion, handShapedProducts());
  const total = options.products ?? shaped.length;
  const given = shaped.slice(0, total);
  const generate = createGenerator(options.seed, options.apiVersion === "1.4" ? "unique" : "shared");
  const list = createRecordList({ given, generatedCount: total - given.length, generate });
  const numbersByMpn = new Map<string, number[]>();
  for (const [number, product] of given.entries()) remember(numbersByMpn, product.mpn, number);

  const numbersOf = (mpn: string): number[] => {
    const family = familyNumberOf(mpn);
    const generated =
      family === undefined
        ? []
        : Array.from({ length: FAMILY_SIZE }, (_, i) => given.length + family * FAMILY_SIZE + i).filter(
            (number) => number < total && list.byNumber(number)?.mpn === mpn,
          );
    return [...(numbersByMpn.get(mpn) ?? []), ...generated].filter((number) => list.byNumber(number) !== undefined);
  };
  const find = (mpn: string) => numbersOf(mpn).flatMap((number) => list.byNumber(number) ?? []);
  const each = (mpn: string, change: (product: CloudBlueProduct) => CloudBlueProduct): number => {
    const numbers = numbersOf(mpn);
    for (const number of numbers) {
      const product = list.byNumber(number);
      if (product) list.replace(number, change(product));
    }
    return numbers.length;
  };

  return {
    list,
    size: list.size,
    find,
    matching: rememberMatches(list, numbersOf),
    update: (mpn, change) => each(mpn, (product) => ({ ...product, ...change, mpn })),
    setAmount: (mpn, change) => each(mpn, (product) => withAmount(product, change)),
    withdraw: (mpn) => {
      const numbers = numbersOf(mpn);
      for (const number of numbers) list.remove(number);
      return numbers.length;
    },
    add: (product, position) => remember(numbersByMpn, product.mpn, list.add(product, position)),
  };
}

/** Before version 1.5 an MPN was unique: only the first variant of each is listed. */
function distinctFor(version: ApiVersion, products: CloudBlueProduct[]): CloudBlueProduct[] {
  if (version !== "1.4") return products;
  const seen = new Set<string>();
  return products.filter(({ mpn }) => !seen.has(mpn) && seen.add(mpn));
}

function rememberMatches(list: RecordList<CloudBlueProduct>, numbersOf: (mpn: string) => number[]) {
  const known = new Map<string, readonly number[]>();
  let version = list.version();
  return (filter: ProductFilter): readonly number[] | undefined => {
    const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
    if (wanted.length === 0) return undefined;
    if (version !== list.version() || known.size > 50) known.clear();
    version = list.version();
    const key = JSON.stringify(wanted);
    const found = known.get(key) ?? search(list, filter, numbersOf);
    known.set(key, found);
    return found;
  };
}

function search(list: RecordList<CloudBlueProduct>, filter: ProductFilter, numbersOf: (mpn: string) => number[]) {
  const meets = (product: CloudBlueProduct | undefined) =>
    product !== undefined &&
    (filter.mpn === undefined || product.mpn === filter.mpn) &&
    (filter.name === undefined || product.name === filter.name) &&
    (filter.serviceName === undefined || product.serviceName === filter.serviceName) &&
    (filter.vendor === undefined || product.vendor === filter.vendor);
  const numbers = filter.mpn === undefined ? list.numbers() : numbersOf(filter.mpn);
  return numbers.filter((number) => meets(list.byNumber(number)));
}

function withAmount(product: CloudBlueProduct, change: PriceChange): CloudBlueProduct {
  const rows = product[change.side].map((row) => {
    const hit = (change.currency ?? row.currency) === row.currency && (change.type ?? row.type) === row.type;
    return hit ? { ...row, amount: change.amount } : row;
  });
  return { ...product, [change.side]: rows };
}

function remember(index: Map<string, number[]>, mpn: string, number: number): void {
  index.set(mpn, [...(index.get(mpn) ?? []), number]);
}
