import type { QuoteDto, QuoteLineDto } from "@/lib/contracts/quote";
import { firstYearOf } from "@/lib/domain/cart/cart-totals";
import { type QuoteActor, type QuoteMove, quoteMoves, type QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { QuoteLine } from "@/lib/domain/quotes/quote-line";
import { toOveruse } from "@/lib/server/catalog/to-overuse";
import { quoteTotals, toTotalled } from "@/lib/domain/quotes/quote-totals";
import { toTotals } from "@/lib/server/carts/to-totals";
import { actorFor, effectiveState } from "@/lib/server/quotes/effective-state";
import { findPublication } from "@/lib/server/quotes/publications";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import { tellApproval } from "@/lib/server/quotes/tell-approval";
import { tellTimeline } from "@/lib/server/quotes/tell-timeline";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import { listQuoteLinks } from "@/lib/server/share/quote-links";
import type { Desk } from "@/lib/server/desk";
import { may, type Viewer } from "@/lib/server/viewer";

/** One version of a quote as its seller sees it; cost only for those who may see it. Field by field, never a spread. */
export async function toQuoteDto(
  desk: Desk,
  viewer: Viewer,
  versions: readonly QuoteVersion[],
  shown: QuoteVersion,
): Promise<QuoteDto> {
  const { document } = shown;
  const now = desk.now();
  const { timeZone: settingsZone } = await readSellerSettings(desk.db, desk.demo);
  const publication = await findPublication(desk.db, shown.number, shown.version);
  const timeZone = publication?.timeZone ?? settingsZone;
  const state = effectiveState(shown, timeZone, now);
  const costs = may(viewer, "costs:read");
  const approval = await tellApproval(desk, viewer, shown, state);
  return {
    number: shown.number,
    version: shown.version,
    state,
    title: document.title,
    currency: document.currency,
    customer: document.customer,
    validUntil: shown.validUntil,
    expired: state === "expired",
    createdAt: shown.createdAt,
    updatedAt: shown.updatedAt,
    sentAt: shown.sentAt,
    preparedBy: document.preparedBy,
    notes: document.notes,
    terms: document.terms,
    ...(viewer.customerView ? {} : { internalNotes: document.internalNotes }),
    lines: document.lines.map((line) => toQuoteLine(line, document.currency, costs)),
    totals: { [document.currency]: toTotals(quoteTotals(document.lines, document.currency), costs) },
    asOf: document.asOf,
    contentHash: shown.contentHash,
    moves: movesOf(state, actorFor(viewer, shown.ownerId), approval),
    versions: versions.map((version) => ({
      version: version.version,
      state: effectiveState(version, timeZone, now),
      updatedAt: version.updatedAt,
    })),
    links: await listQuoteLinks(desk.db, shown.number),
    decision: publication?.decision
      ? {
          kind: publication.decision.kind,
          name: publication.decision.name,
          email: publication.decision.email,
          title: publication.decision.title,
          reason: publication.decision.reason,
          at: publication.decision.at,
        }
      : null,
    approval: viewer.customerView ? null : approval,
    timeline: await tellTimeline(desk.db, viewer, shown.number),
  };
}

/** Sending is not offered while an approval is due. */
function movesOf(state: QuoteState, actor: QuoteActor, approval: QuoteDto["approval"]): QuoteMove[] {
  return quoteMoves(state, actor).filter((move) => move !== "send" || !approval?.needed);
}

function toQuoteLine(line: QuoteLine, currency: string, costs: boolean): QuoteLineDto {
  const year = firstYearOf(toTotalled(line, currency));
  return {
    id: line.id,
    position: line.position,
    vendor: line.vendor,
    vendorLabel: line.vendorLabel,
    key: line.key,
    plan: line.plan,
    planName: line.planName,
    service: line.service,
    name: line.name,
    partNumber: line.partNumber,
    provider: line.provider,
    quantity: line.quantity,
    billingPeriod: line.billingPeriod,
    commitment: line.commitment,
    price: line.price,
    total: line.total,
    setupPrice: line.setupPrice,
    setupTotal: line.setupTotal,
    ...(line.overuse ? { overuse: toOveruse(line.overuse, costs) } : {}),
    ...(costs ? { cost: line.cost, margin: line.margin, totalCost: line.totalCost } : {}),
    firstYear: year?.total ?? line.total,
    ...(costs ? { firstYearMargin: year?.margin ?? null } : {}),
    components: line.components.map(({ key, name, quantity }) => ({ key, name, quantity })),
    under: line.under,
  };
}
