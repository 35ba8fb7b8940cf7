import { z } from "zod";
import { compareDecimals, type Decimal, decimal } from "@/lib/domain/money/decimal";
import { subtractDecimals } from "@/lib/domain/money/decimal-arithmetic";
import type { Amount } from "@/lib/domain/money/money";
import { newId } from "@/lib/server/new-id";
import type { FoundLine } from "@/lib/server/quotes/judge-quote";
import type { QuoteVersion } from "@/lib/server/quotes/quote-store";
import type { Database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** What happened to a request for approval. */
export type ApprovalKind = "requested" | "approved" | "refused" | "taken-back";

const AskSchema = z.object({ lineId: z.string(), guardId: z.string(), limit: z.string() });

/** A limit that a line breaks and that somebody may let pass. */
export type Ask = z.infer<typeof AskSchema>;

export type ApprovalStep = {
  readonly kind: ApprovalKind;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
  readonly asks: readonly Ask[];
};

export function asksOf(found: readonly FoundLine[]): Ask[] {
  return found.flatMap(({ lineId, findings }) =>
    findings
      .filter(({ policy }) => policy === "ask")
      .map(({ guardId, limit }) => ({ lineId, guardId, limit: limit.amount })),
  );
}

/** Appends a step; call it in the transaction of the move, under the quote's lock. */
export async function recordApproval(
  trx: Database,
  viewer: Viewer,
  { number, version }: Pick<QuoteVersion, "number" | "version">,
  step: Omit<ApprovalStep, "by">,
): Promise<void> {
  const position = (await readApprovals(trx, number, version)).length + 1;
  await trx
    .insertInto("quote_approvals")
    .values({
      id: newId(),
      number,
      version,
      position,
      kind: step.kind,
      at: step.at,
      by_id: viewer.userId,
      by_name: viewer.name,
      note: step.note,
      asks: JSON.stringify(step.asks),
    })
    .execute();
}

/** Every step of a version, oldest first. */
export async function readApprovals(db: Database, number: string, version: number): Promise<readonly ApprovalStep[]> {
  const rows = await db
    .selectFrom("quote_approvals")
    .selectAll()
    .where("number", "=", number)
    .where("version", "=", version)
    .orderBy("position")
    .execute();
  return rows.map(({ kind, at, by_name: by, note, asks }) => ({
    // Only `recordApproval` writes the column.
    kind: kind as ApprovalKind,
    at,
    by,
    note,
    asks: z.array(AskSchema).parse(JSON.parse(asks)),
  }));
}

/** What was let pass by the approval that still holds; null where there is none. */
export function approvedAsks(steps: readonly ApprovalStep[]): readonly Ask[] | null {
  const last = steps.at(-1);
  return last?.kind === "approved" ? last.asks : null;
}

/** An approval covers what was broken then, as long as it is not broken further since. */
export function isLetPass(approved: readonly Ask[], { lineId, guardId, limit }: Ask, price: Amount): boolean {
  const before = approved.find((ask) => ask.lineId === lineId && ask.guardId === guardId);
  return before !== undefined && compareDecimals(distance(limit, price), distance(before.limit, price)) <= 0;
}

function distance(limit: string, { amount }: Amount): Decimal {
  const { units, scale } = subtractDecimals(decimal(limit), decimal(amount));
  return { units: units < 0n ? -units : units, scale };
}
