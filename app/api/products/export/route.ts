import { exportProductsRoute, exportSelectionRoute } from "@/lib/contracts/export";
import { type ExportFile, exportProducts, exportSelection } from "@/lib/server/export/export-products";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(exportProductsRoute, async ({ viewer, query }) =>
  download(await exportProducts(viewer, query, new Date())),
);

export const POST = route(exportSelectionRoute, async ({ viewer, body }) =>
  download(await exportSelection(viewer, body, new Date())),
);

function download({ name, media, bytes }: ExportFile): Response {
  const headers = { "content-type": media, "content-disposition": `attachment; filename="${name}"` };
  return new Response(bytes, { headers });
}
