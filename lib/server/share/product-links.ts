import { sql } from "kysely";
import { z } from "zod";
import type { ProductLinkDto } from "@/lib/contracts/public-product";
import type { ProductRef } from "@/lib/domain/catalog/product";
import { saleCurrencies } from "@/lib/domain/pricing/pick-currency";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import type { ShareLink } from "@/lib/server/share/quote-links";
import { createLink, LINK_DAYS_DEFAULT, revokeLink } from "@/lib/server/share/share-links";
import { may, type Viewer } from "@/lib/server/viewer";

const TargetSchema = z.object({ vendor: z.string(), key: z.string(), currency: z.string().optional() });

/** Which product a link shows, and in which currency where one was chosen. */
export type LinkTarget = z.infer<typeof TargetSchema>;

export function readLinkTarget(text: string): LinkTarget {
  return TargetSchema.parse(JSON.parse(text));
}

type LinkWish = { readonly days?: number | undefined; readonly currency?: string | undefined };

/** A link that shows a product to somebody without an account. Its address is told this once. */
export async function shareProduct(
  desk: Desk,
  viewer: Viewer,
  ref: ProductRef,
  { days = LINK_DAYS_DEFAULT, currency }: LinkWish = {},
): Promise<ShareLink> {
  const product = desk.catalog.find(ref);
  if (!product) throw new AppError("not-found", `The catalog has no product ${ref.key}.`);
  if (product.archived)
    throw new AppError("conflict", "The vendor has archived this product: a link would show nothing.");
  const offered = product.plans.flatMap(({ prices }) => saleCurrencies(prices));
  if (currency !== undefined && !offered.includes(currency)) {
    const message = `${product.name} has no price in ${currency}.`;
    throw new AppError("invalid", message, { errors: [{ path: "body.currency", message }] });
  }
  const { vendor, key } = product;
  return desk.db.transaction().execute(async (trx) => {
    const target = JSON.stringify({ vendor, key, currency });
    const place = { kind: "product", target, version: null, createdBy: viewer.userId, days } as const;
    const link = await createLink(trx, place, desk.now());
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

/** The links of a product that open it now, newest first. Their addresses are nowhere kept. */
export async function listProductLinks(desk: Desk, viewer: Viewer, ref: ProductRef): Promise<ProductLinkDto[]> {
  const rows = await linksOf(desk, ref)
    .leftJoin("users", "users.id", "share_links.created_by")
    .select(["users.name as maker", "share_links.created_by", "share_links.created_at", "expires_at"])
    .select(["views", "last_viewed_at"])
    .where("revoked_at", "is", null)
    .where("expires_at", ">", desk.now().toISOString())
    .orderBy("share_links.created_at", "desc")
    .orderBy("share_links.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    currency: readLinkTarget(row.target).currency ?? null,
    createdBy: row.maker ?? "somebody who left",
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    views: row.views,
    lastViewedAt: row.last_viewed_at,
    mayWithdraw: mayWithdraw(viewer, row.created_by),
  }));
}

/** Withdraws a link at once. A second time changes nothing. */
export async function withdrawProductLink(
  desk: Desk,
  viewer: Viewer,
  ref: ProductRef & { readonly id: string },
): Promise<void> {
  const link = await linksOf(desk, ref)
    .select("share_links.created_by")
    .where("share_links.id", "=", ref.id)
    .executeTakeFirst();
  if (!link) throw new AppError("not-found", "This product has no such link.");
  if (!mayWithdraw(viewer, link.created_by)) {
    throw new AppError("forbidden", "Only whoever made this link or a manager may withdraw it.");
  }
  await desk.db.transaction().execute(async (trx) => {
    if (!(await revokeLink(trx, ref.id, desk.now()))) return;
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "product",
      entityId: `${ref.vendor}/${ref.key}`,
      action: "link-withdrawn",
      detail: { linkId: ref.id },
    });
  });
}

function mayWithdraw(viewer: Viewer, maker: string): boolean {
  return maker === viewer.userId || may(viewer, "quotes:all");
}

/** Targets begin with vendor and key, whatever follows; a product that is gone is found by the key it had. */
function linksOf(desk: Desk, ref: ProductRef) {
  const { vendor, key } = desk.catalog.find(ref) ?? ref;
  const whole = JSON.stringify({ vendor, key });
  const beginning = whole.replace(/\}$/, ",");
  const length = Array.from(beginning).length;
  return desk.db
    .selectFrom("share_links")
    .select(["share_links.id", "share_links.target"])
    .where("share_links.kind", "=", "product")
    .where(sql<boolean>`(share_links.target = ${whole} or substr(share_links.target, 1, ${length}) = ${beginning})`);
}
