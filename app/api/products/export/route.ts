import { exportProductsRoute } from "@/lib/contracts/export";
import { exportProducts } from "@/lib/server/export/export-products";
import { route } from "@/lib/server/route";

export const GET = route(exportProductsRoute, async ({ viewer, query }) => {
  const { name, media, bytes } = await exportProducts(viewer, query, new Date());
  return new Response(bytes, {
    headers: { "content-type": media, "content-disposition": `attachment; filename="${name}"` },
  });
});
