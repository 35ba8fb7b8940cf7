export const quoteStates = [
  "draft",
  "in-approval",
  "approved",
  "sent",
  "changes-requested",
  "accepted",
  "declined",
  "expired",
  "withdrawn",
  "superseded",
  "ordered",
] as const;

export type QuoteState = (typeof quoteStates)[number];

export const quoteMoveNames = [
  "submit",
  "approve",
  "reject",
  "reopen",
  "send",
  "request-changes",
  "accept",
  "decline",
  "withdraw",
  "revise",
  "clone",
  "order",
  "expire",
  "supersede",
] as const;

export type QuoteMove = (typeof quoteMoveNames)[number];

/** Sellers without the right to see cost move quotes as sellers. `system` is the desk itself, never a person. */
export type QuoteActorRole = "seller" | "manager" | "admin" | "customer" | "system";

export type QuoteActor = {
  readonly role: QuoteActorRole;
  /** Whether the quote is the actor's own; nobody but an admin approves their own. */
  readonly own: boolean;
};

/** `stays`: the version keeps its state and something new begins: a version under the same number, or a new quote. */
type MoveRow = {
  readonly from: readonly QuoteState[];
  readonly to: QuoteState | "stays";
  readonly who: readonly QuoteActorRole[];
  readonly begins?: "version" | "quote";
};

const staff = ["seller", "manager", "admin"] as const;
const approvers = ["manager", "admin"] as const;

/** The one table: screen, API and tests read it. Decisions (accepted, declined, ordered) are never overwritten. */
export const quoteMoveTable: Readonly<Record<QuoteMove, MoveRow>> = {
  submit: { from: ["draft"], to: "in-approval", who: staff },
  approve: { from: ["in-approval"], to: "approved", who: approvers },
  reject: { from: ["in-approval"], to: "draft", who: approvers },
  reopen: { from: ["in-approval", "approved"], to: "draft", who: staff },
  send: { from: ["draft", "approved"], to: "sent", who: staff },
  "request-changes": { from: ["sent"], to: "changes-requested", who: ["customer", ...staff] },
  accept: { from: ["sent"], to: "accepted", who: ["customer", ...staff] },
  decline: { from: ["sent", "changes-requested"], to: "declined", who: ["customer", ...staff] },
  withdraw: { from: ["draft", "in-approval", "approved", "sent", "changes-requested"], to: "withdrawn", who: staff },
  revise: {
    from: ["sent", "changes-requested", "declined", "expired", "withdrawn"],
    to: "stays",
    who: staff,
    begins: "version",
  },
  clone: { from: quoteStates, to: "stays", who: staff, begins: "quote" },
  order: { from: ["accepted"], to: "ordered", who: staff },
  expire: { from: ["sent", "changes-requested"], to: "expired", who: ["system"] },
  supersede: { from: ["sent", "changes-requested", "expired"], to: "superseded", who: ["system"] },
};

export function isQuoteMove(text: string): text is QuoteMove {
  return (quoteMoveNames as readonly string[]).includes(text);
}

export function mayMove(state: QuoteState, move: QuoteMove, actor: QuoteActor): boolean {
  const row = quoteMoveTable[move];
  if (!row.from.includes(state) || !row.who.includes(actor.role)) return false;
  return move !== "approve" || !actor.own || actor.role === "admin";
}

/** The state after the move; null where the table has no such move, whoever asks. */
export function stateAfter(state: QuoteState, move: QuoteMove): QuoteState | null {
  const row = quoteMoveTable[move];
  if (!row.from.includes(state)) return null;
  return row.to === "stays" ? state : row.to;
}

/** What may be done next by whoever asks, in the table's order. */
export function quoteMoves(state: QuoteState, actor: QuoteActor): QuoteMove[] {
  return quoteMoveNames.filter((move) => mayMove(state, move, actor));
}
