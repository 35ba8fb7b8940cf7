import { canonicalJson } from "@/lib/domain/quotes/canonical-json";
import { isPastValidity } from "@/lib/domain/quotes/quote-expiry";
import { AppError } from "@/lib/server/app-error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { toProblem } from "@/lib/server/carts/to-cart-dto";
import type { Desk } from "@/lib/server/desk";
import { approvedAsks, isLetPass, readApprovals } from "@/lib/server/quotes/approvals";
import { chooseTarget, refuseWhenDecided } from "@/lib/server/quotes/choose-target";
import { type FoundLine, judgeQuote } from "@/lib/server/quotes/judge-quote";
import type { MoveInput } from "@/lib/server/quotes/move-inputs";
import { publish, setPublicationState } from "@/lib/server/quotes/publications";
import { tellFindings } from "@/lib/server/price-rules/tell-findings";
import { findVersions, lockQuote, movedMeanwhile, type QuoteVersion, setState } from "@/lib/server/quotes/quote-store";
import { toPublicQuote } from "@/lib/server/quotes/to-public-quote";
import { readSellerSettings, type SellerSettings } from "@/lib/server/settings/seller-settings";
import type { Database } from "@/lib/server/store/database";
import { may, type Viewer } from "@/lib/server/viewer";

/**
 * Sends the newest version: what the customer sees is frozen, and the version they had before is replaced, in one
 * transaction. Throws `invalid` with everything that stands in the way.
 */
export async function sendQuote(desk: Desk, viewer: Viewer, number: string, input: MoveInput): Promise<void> {
  const seen = await findVersions(desk.db, viewer, number);
  const { stored: judged, done } = await chooseTarget(desk, desk.db, viewer, seen, "send", input.version);
  if (done) return;
  const seller = await readSellerSettings(desk.db, desk.demo);
  await refuseUnsendable(desk, viewer, judged, seller);
  await desk.db.transaction().execute(async (trx) => {
    await lockQuote(trx, number);
    const versions = await findVersions(trx, viewer, number);
    const { stored, done: sentMeanwhile } = await chooseTarget(desk, trx, viewer, versions, "send", judged.version);
    if (sentMeanwhile) return;
    if (stored.revision !== judged.revision) throw movedMeanwhile();
    refuseWhenDecided(versions, stored);
    await freeze(desk, trx, viewer, stored, seller);
    await supersede(desk, trx, viewer, versions, stored);
  });
}

/** Everything at once, so that nobody mends one thing only to meet the next. */
async function refuseUnsendable(
  desk: Desk,
  viewer: Viewer,
  version: QuoteVersion,
  seller: SellerSettings,
): Promise<void> {
  const { validUntil } = version;
  const { verdict, found } = await judgeQuote(desk, version.document, "refuse");
  const errors = [
    ...verdict.problems.map(({ lineId, message }) => ({ path: `lines.${lineId}`, message })),
    ...(await brokenLimits(desk, viewer, version, found)),
    ...(version.document.lines.length === 0 ? [{ path: "lines", message: "The quote has no lines." }] : []),
    ...(isPastValidity({ validUntil, timeZone: seller.timeZone, now: desk.now().toISOString() })
      ? [{ path: "validUntil", message: `The last day, ${validUntil}, is over.` }]
      : []),
  ];
  if (errors.length === 0) return;
  const count = errors.length === 1 ? "One thing keeps" : `${errors.length} things keep`;
  const sentence = `${count} this quote from being sent: ${errors.map(({ message }) => message).join(" · ")}`;
  throw new AppError("invalid", sentence, { errors, extra: { problems: verdict.problems.map(toProblem) } });
}

/** What may not be sent at all, and what nobody has approved yet. */
async function brokenLimits(desk: Desk, viewer: Viewer, version: QuoteVersion, found: readonly FoundLine[]) {
  const approved = approvedAsks(await readApprovals(desk.db, version.number, version.version));
  const again = approved ? " again" : "";
  return found.flatMap(({ lineId, name, price, findings }) => {
    const open = findings.filter(
      ({ policy, guardId, limit }) =>
        policy === "block" ||
        (policy === "ask" && !isLetPass(approved ?? [], { lineId, guardId, limit: limit.amount }, price)),
    );
    return tellFindings(open, desk.prices, may(viewer, "costs:read")).map(({ policy, message }) => ({
      path: `lines.${lineId}`,
      message: policy === "block" ? `${name}: ${message}` : `${name} needs approval${again}: ${message}`,
    }));
  });
}

async function freeze(
  desk: Desk,
  trx: Database,
  viewer: Viewer,
  version: QuoteVersion,
  seller: SellerSettings,
): Promise<void> {
  const now = desk.now().toISOString();
  const quote = toPublicQuote(version, seller, now);
  const contentHash = await publish(trx, { quote, content: canonicalJson(quote), now });
  if (!(await setState(trx, version, { to: "sent", now, sent: { contentHash } }))) throw movedMeanwhile();
  await recordAudit(trx, {
    userId: viewer.userId,
    entity: "quote",
    entityId: version.number,
    action: "send",
    detail: { version: version.version, contentHash },
  });
}

/** A decision is never overwritten: what was declined or withdrawn stays so. */
async function supersede(
  desk: Desk,
  trx: Database,
  viewer: Viewer,
  versions: readonly QuoteVersion[],
  by: QuoteVersion,
): Promise<void> {
  const open = versions.filter(
    ({ version, state }) => version < by.version && (state === "sent" || state === "changes-requested"),
  );
  for (const older of open) {
    const now = desk.now().toISOString();
    if (!(await setState(trx, older, { to: "superseded", now }))) throw movedMeanwhile();
    await setPublicationState(trx, older, "superseded");
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: older.number,
      action: "superseded",
      detail: { version: older.version, replacedBy: by.version },
    });
  }
}
