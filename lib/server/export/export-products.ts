import { EXPORT_ROWS_MAX, type ExportQuery, type ExportSelection } from "@/lib/contracts/export";
import type { ProductList, ProductSummary } from "@/lib/contracts/catalog";
import type { ProductRef } from "@/lib/domain/catalog/product";
import { offerQuantity } from "@/lib/domain/pricing/offer-quantity";
import { browseCatalog } from "@/lib/server/catalog/browse-catalog";
import { type Catalog, currentCatalog } from "@/lib/server/catalog/current-catalog";
import { findSummaries } from "@/lib/server/catalog/find-summaries";
import { localizedNames } from "@/lib/server/catalog/localized-names";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import { chooseColumns, type ExportCell } from "@/lib/server/export/export-columns";
import type { ExportTable } from "@/lib/server/export/export-table";
import { writeCsv } from "@/lib/server/export/write-csv";
import { writeXlsx } from "@/lib/server/export/write-xlsx";
import { database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

const PAGE_ROWS = 1_000;

export type ExportFile = { readonly name: string; readonly media: string; readonly bytes: Uint8Array<ArrayBuffer> };

type Found = {
  readonly products: readonly ProductSummary[];
  readonly total: number;
  readonly missing: readonly string[];
};

/** The list as the table shows it, by right; the first two columns are what a paste reads back. */
export async function exportProducts(viewer: Viewer, query: ExportQuery, now: Date): Promise<ExportFile> {
  const { format, columns, ...filter } = query;
  return toFile(viewer, await allRows(viewer, filter), { format, columns, now });
}

/** The same of the named products, in the order they are named. */
export async function exportSelection(viewer: Viewer, selection: ExportSelection, now: Date): Promise<ExportFile> {
  const { format, columns, items, locale } = selection;
  const found = pickProducts(await currentCatalog(), viewer, items);
  const named = locale === undefined ? found : await inLocale(found, locale.toLowerCase());
  return toFile(viewer, named, { format, columns, now });
}

type Wish = Pick<ExportQuery, "format" | "columns"> & { readonly now: Date };

async function toFile(viewer: Viewer, found: Found, { format, columns, now }: Wish): Promise<ExportFile> {
  const catalog = await currentCatalog();
  const table = toTable(catalog, viewer, found, { columns, now });
  const stem = fileStem(catalog, found, now);
  if (format === "csv") return { name: `${stem}.csv`, media: "text/csv; charset=utf-8", bytes: writeCsv(table) };
  const media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: `${stem}.xlsx`, media, bytes: await writeXlsx(table) };
}

async function allRows(viewer: Viewer, filter: Omit<ExportQuery, "format" | "columns">): Promise<Found> {
  const products: ProductSummary[] = [];
  for (let page = 1; ; page += 1) {
    const list: ProductList = await browseCatalog(viewer, { ...filter, page, pageSize: PAGE_ROWS });
    products.push(...list.items);
    if (products.length >= Math.min(list.total, EXPORT_ROWS_MAX) || list.items.length === 0) {
      return { products: products.slice(0, EXPORT_ROWS_MAX), total: list.total, missing: [] };
    }
  }
}

function pickProducts(catalog: Catalog, viewer: Viewer, items: readonly ProductRef[]): Found {
  const summaries = findSummaries(catalog, viewer, items);
  const products = summaries.flatMap((product) => product ?? []);
  const missing = items.flatMap(({ key }, index) => (summaries[index] === null ? [key] : []));
  return { products, total: products.length, missing };
}

async function inLocale(found: Found, locale: string): Promise<Found> {
  const catalog = await currentCatalog();
  const rows = found.products.map((product) => catalog.index.findRow(product));
  const known = rows.filter((row) => row !== null);
  const names = await localizedNames(await database(), catalog, known, locale);
  const products = found.products.map((product, i) => ({ ...product, name: names.get(rows[i] ?? -1) ?? product.name }));
  return { ...found, products };
}

type TableOptions = { readonly columns: string | undefined; readonly now: Date };

function toTable(catalog: Catalog, viewer: Viewer, found: Found, { columns, now }: TableOptions): ExportTable {
  const chosen = chooseColumns(columns, may(viewer, "costs:read"));
  const rows = found.products.map((product): (ExportCell | null)[] => [
    { kind: "text", text: orderNumber(catalog, product) },
    { kind: "number", decimal: offerQuantity(product) },
    { kind: "text", text: product.name },
    ...chosen.map(({ cell }) => cell(product)),
    { kind: "text", text: catalog.asOf[product.vendor] ?? "" },
  ]);
  return {
    titles: ["Part number", "Quantity", "Product", ...chosen.map(({ title }) => title), "Vendor data as of (UTC)"],
    widths: [38, 9, 44, ...chosen.map(({ width }) => width), 24],
    rows,
    notes: notesOf(catalog, found, now),
  };
}

/** The part number; where several products share it, the key that tells them apart. A paste finds either again. */
function orderNumber(catalog: Catalog, { partNumber, key }: ProductSummary): string {
  return catalog.index.rowsOfNumber(partNumber).length === 1 ? partNumber : key;
}

function notesOf(catalog: Catalog, { products, total, missing }: Found, now: Date): string[] {
  const ages = Object.entries(catalog.asOf).map(([vendor, asOf]) => `${vendorLabel(vendor)} ${asOf}`);
  return [
    ...(products.length < total
      ? [
          `Not complete: the first ${products.length} of ${total} products. A file holds at most ${EXPORT_ROWS_MAX} rows; narrow the list with filters for the rest.`,
        ]
      : []),
    ...(missing.length > 0 ? [`No longer in the catalog: ${missing.join(", ")}`] : []),
    `Made ${now.toISOString()}. Vendor data as of ${ages.join(", ")} (UTC).`,
  ];
}

/** The age of the oldest prices in it, and, where it stops early, that it does. */
function fileStem(catalog: Catalog, { products, total }: Found, now: Date): string {
  const vendors = new Set(products.map(({ vendor }) => vendor));
  const times = Object.entries(catalog.asOf).flatMap(([vendor, asOf]) => (vendors.has(vendor) ? asOf : []));
  const oldest = times.sort()[0] ?? now.toISOString();
  const part = products.length < total ? `-first-${products.length}-of-${total}` : "";
  return `catalog-as-of-${oldest.slice(0, 16).replace(":", "")}Z${part}`;
}
