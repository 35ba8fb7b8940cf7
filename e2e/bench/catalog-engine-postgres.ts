import pg from "pg";
import {
  filtersOf,
  type OpenEngine,
  peerFacets,
  type PeerFilters,
  toDocument,
  withoutFacet,
} from "@/e2e/bench/catalog-engine";
import { benchProducts } from "@/e2e/bench/catalog-queries";
import type { CatalogQuery } from "@/lib/domain/catalog/catalog-index";
import { startTestPostgres } from "@/lib/server/store/postgres-for-tests";

const BATCH = 2_000;
const columns = ["name", "partNumber", ...peerFacets] as const;
const quoted = (name: string) => `"${name}"`;

/** PostgreSQL full text over a generated `tsvector`, values as arrays, both indexed; one statement for a whole answer. */
export const openPostgres: OpenEngine = async (products, forMs) => {
  const server = await startTestPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(schema);
  const began = performance.now();
  let filled = 0;
  while (filled < products && performance.now() - began < forMs) {
    const batch = Array.from(benchProducts(Math.min(BATCH, products - filled), filled), toDocument);
    await client.query(insert, [JSON.stringify(batch)]);
    filled += batch.length;
  }
  await client.query(indexes);
  return {
    products: filled,
    async ask(query) {
      const { sql, values } = statementOf(query);
      const { rows } = await client.query<{ facet: string; n: string }>(sql, values);
      const total = rows.find(({ facet }) => facet === "total")?.n ?? "";
      return { total: parseInt(total, 10), shown: rows.filter(({ facet }) => facet === "row").length };
    },
    async close() {
      await client.end();
      await server.stop();
    },
  };
};

const schema = `create table products (id serial primary key, "name" text, "partNumber" text,
  ${peerFacets.map((facet) => `${quoted(facet)} text[]`).join(", ")},
  words tsvector generated always as (to_tsvector('simple', "name" || ' ' || "partNumber")) stored)`;
const insert = `insert into products (${columns.map(quoted).join(", ")})
  select ${columns.map(quoted).join(", ")} from json_populate_recordset(null::products, $1::json)`;
const indexes = [
  "create index on products using gin (words)",
  'create index on products ("name")',
  ...peerFacets.map((facet) => `create index on products using gin (${quoted(facet)})`),
  "analyze products",
].join("; ");

/** The page, the total and every count, each count without its facet's own choice. */
function statementOf(query: CatalogQuery): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const filters = filtersOf(query);
  const words = (query.text ?? "").split(" ").filter((word) => word !== "");
  const tsquery = words.map((word) => `${word}:*`).join(" & ");
  const base = words.length > 0 ? `select * from products where words @@ to_tsquery('simple', ${given(tsquery)})` : "";
  const where = (chosen: PeerFilters) =>
    Object.entries(chosen)
      .map(([facet, list]) => `${quoted(facet)} && ${given([...list])}::text[]`)
      .join(" and ") || "true";
  const source = base ? "found" : "products";
  const order = words.length > 0 ? `ts_rank(words, to_tsquery('simple', ${given(tsquery)})) desc, "name"` : `"name"`;
  const offset = (query.page - 1) * query.pageSize;
  const counts = peerFacets.map(
    (facet) => `select '${facet}' as facet, value, count(*) as n from ${source}, unnest(${quoted(facet)}) as value
      where ${where(withoutFacet(filters, facet))} group by value`,
  );
  const parts = [
    `select 'total' as facet, null as value, count(*) as n from ${source} where ${where(filters)}`,
    `(select 'row', "name", id from ${source} where ${where(filters)} order by ${order} limit ${query.pageSize} offset ${offset})`,
    ...counts,
  ];
  return { sql: `${base ? `with found as materialized (${base}) ` : ""}${parts.join(" union all ")}`, values };
}
