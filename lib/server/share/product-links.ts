import type { ProductRef } from "@/lib/domain/catalog/product";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import type { ShareLink } from "@/lib/server/share/quote-links";
import { createLink, LINK_DAYS_DEFAULT } from "@/lib/server/share/share-links";
import type { Viewer } from "@/lib/server/viewer";

/** A link that shows a product to somebody without an account. Its address is told this once. */
export async function shareProduct(
  desk: Desk,
  viewer: Viewer,
  ref: ProductRef,
  wish: { readonly days?: number | undefined } = {},
): Promise<ShareLink> {
  const product = desk.catalog.find(ref);
  if (!product) throw new AppError("not-found", `The catalog has no product ${ref.key}.`);
  const { vendor, key } = product;
  return desk.db.transaction().execute(async (trx) => {
    const place = { kind: "product", target: JSON.stringify({ vendor, key }), version: null } as const;
    const days = wish.days ?? LINK_DAYS_DEFAULT;
    const link = await createLink(trx, { ...place, createdBy: viewer.userId, days }, desk.now());
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "product",
      entityId: `${vendor}/${key}`,
      action: "link-created",
      detail: { linkId: link.id, until: link.expiresAt.slice(0, 10) },
    });
    return { id: link.id, url: `${desk.publicUrl}/share/product/${link.token}`, expiresAt: link.expiresAt };
  });
}
