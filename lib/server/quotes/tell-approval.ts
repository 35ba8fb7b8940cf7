import type { QuoteDto } from "@/lib/contracts/quote";
import type { QuoteState } from "@/lib/domain/quotes/quote-moves";
import type { Desk } from "@/lib/server/desk";
import { readApprovals } from "@/lib/server/quotes/approvals";
import { judgeQuote } from "@/lib/server/quotes/judge-quote";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import { tellFindings } from "@/lib/server/price-rules/tell-findings";
import { may, type Viewer } from "@/lib/server/viewer";

const beforeSending: ReadonlySet<QuoteState> = new Set(["draft", "in-approval", "approved"]);

/** Which limits the stored prices break, what was said about it, and how far the approval is. */
export async function tellApproval(
  desk: Desk,
  viewer: Viewer,
  { number, version, document }: QuoteVersion,
  state: QuoteState,
): Promise<QuoteDto["approval"]> {
  if (!beforeSending.has(state)) return null;
  const { found } = await judgeQuote(desk, document, "without");
  const findings = found.flatMap(({ lineId, name, reason, findings: own }) =>
    tellFindings(own, desk.prices, may(viewer, "costs:read")).map(({ policy, message, limit }) => ({
      lineId,
      name,
      policy,
      message,
      limit,
      reason,
    })),
  );
  const steps = (await readApprovals(desk.db, number, version)).map(({ kind, at, by, note }) => ({
    kind,
    at,
    by,
    note,
  }));
  const needed = state !== "approved" && findings.some(({ policy }) => policy === "ask");
  return { needed, findings, steps };
}
