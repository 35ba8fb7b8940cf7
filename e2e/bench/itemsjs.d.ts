/** The part of ItemsJS that the benchmark uses; the package brings no types. */
declare module "itemsjs" {
  type Options = {
    readonly searchableFields: readonly string[];
    readonly aggregations: Readonly<Record<string, { title: string; size: number; conjunction: boolean }>>;
  };
  type Search = {
    readonly query: string;
    readonly filters: Readonly<Record<string, readonly string[]>>;
    readonly page: number;
    readonly per_page: number;
  };
  type Found = {
    readonly data: { readonly items: readonly unknown[] };
    readonly pagination: { readonly total: number };
  };
  export default function itemsjs(documents: readonly unknown[], options: Options): { search(input: Search): Found };
}
