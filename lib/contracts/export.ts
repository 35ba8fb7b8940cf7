import { z } from "zod";
import { ProductQuerySchema } from "@/lib/contracts/catalog";
import { defineRoute } from "@/lib/contracts/route";

export const EXPORT_ROWS_MAX = 10_000;

const formats = z.enum(["csv", "xlsx"]);

const columns = z
  .string()
  .max(500)
  .optional()
  .meta({ description: "The table's columns in their order, joined by dots; left out = the usual ones" });

export const ExportQuerySchema = ProductQuerySchema.omit({ page: true, pageSize: true }).extend({
  format: formats,
  columns,
});

export type ExportQuery = z.output<typeof ExportQuerySchema>;

export const ExportSelectionSchema = z.strictObject({
  format: formats,
  columns,
  locale: ProductQuerySchema.shape.locale,
  items: z
    .array(z.strictObject({ vendor: z.string().min(1).max(40), key: z.string().min(1).max(300) }))
    .min(1)
    .max(1_000),
});

export type ExportSelection = z.output<typeof ExportSelectionSchema>;

export const exportSelectionRoute = defineRoute({
  method: "POST",
  path: "/api/products/export",
  summary: "The named products as CSV or XLSX, in their order",
  access: "signed-in",
  body: ExportSelectionSchema,
  status: 200,
  media: "text/csv",
  response: z.string(),
});

export const exportProductsRoute = defineRoute({
  method: "GET",
  path: "/api/products/export",
  summary: `The filtered list as CSV or XLSX, at most ${EXPORT_ROWS_MAX} rows, with the asked columns and, by right, cost`,
  access: "signed-in",
  query: ExportQuerySchema,
  status: 200,
  media: "text/csv",
  response: z.string(),
});
