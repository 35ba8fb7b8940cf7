import { defaultValidUntil, isPastValidity } from "@/lib/domain/quotes/quote-expiry";
import { recordAudit } from "@/lib/server/audit/record-audit";
import type { Desk } from "@/lib/server/desk";
import { chooseTarget, refuseWhenDecided } from "@/lib/server/quotes/choose-target";
import type { MoveInput } from "@/lib/server/quotes/move-inputs";
import { addVersion, findVersions, lockQuote } from "@/lib/server/quotes/quote-store";
import { readSellerSettings } from "@/lib/server/settings/seller-settings";
import type { Viewer } from "@/lib/server/viewer";

/** Begins the next version under the same number. There is one open draft: asking again leads to it. */
export async function reviseQuote(desk: Desk, viewer: Viewer, number: string, input: MoveInput): Promise<void> {
  await findVersions(desk.db, viewer, number);
  await desk.db.transaction().execute(async (trx) => {
    await lockQuote(trx, number);
    const versions = await findVersions(trx, viewer, number);
    const newest = versions.at(-1);
    if (newest && newest.version > 1 && newest.state === "draft") return;
    const { stored } = await chooseTarget(desk, trx, viewer, versions, "revise", input.version);
    refuseWhenDecided(versions, stored);
    const now = desk.now().toISOString();
    const { timeZone, quoteValidityDays } = await readSellerSettings(trx, desk.demo);
    const past = isPastValidity({ validUntil: stored.validUntil, timeZone, now });
    const version = (newest?.version ?? stored.version) + 1;
    await addVersion(trx, {
      number,
      version,
      validUntil: past ? defaultValidUntil(now, timeZone, quoteValidityDays) : stored.validUntil,
      document: stored.document,
      now,
    });
    await recordAudit(trx, {
      userId: viewer.userId,
      entity: "quote",
      entityId: number,
      action: "revise",
      detail: { version, basedOn: stored.version },
    });
  });
}
