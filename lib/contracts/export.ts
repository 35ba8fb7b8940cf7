import { z } from "zod";
import { ProductQuerySchema } from "@/lib/contracts/catalog";
import { defineRoute } from "@/lib/contracts/route";

export const EXPORT_ROWS_MAX = 10_000;

const texts = (limit: number) =>
  z
    .union([z.string().max(400), z.array(z.string().max(400)).max(limit)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional();

export const ExportQuerySchema = ProductQuerySchema.omit({ page: true, pageSize: true }).extend({
  format: z.enum(["csv", "xlsx"]),
  columns: z
    .string()
    .max(500)
    .optional()
    .meta({ description: "The table's columns in their order, joined by dots; left out = the usual ones" }),
  item: texts(500).meta({ description: "Only these products, each vendor/key; repeat for more" }),
});

export type ExportQuery = z.output<typeof ExportQuerySchema>;

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
