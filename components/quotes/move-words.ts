/** What a move asks for before it is made. */
export type MoveNeeds = "nothing" | "reason" | "person";

export type MoveWords = {
  /** On the button that opens it. */
  label: string;
  /** On the button that does it; the number is put behind it. */
  act: string;
  /** What follows from it, in one sentence. */
  means: string;
  needs: MoveNeeds;
  /** What its text is called, where that is not just a reason. */
  asks?: string;
  tone: "plain" | "danger";
};

/** In the order the buttons stand; the first one possible is the page's primary act, except for what is quiet. */
export const moveWords: Readonly<Record<string, MoveWords>> = {
  send: {
    label: "Send quote",
    act: "Send quote",
    means: "Its lines, prices and texts are frozen as they stand. What changes later becomes a new version.",
    needs: "nothing",
    tone: "plain",
  },
  approve: {
    label: "Approve",
    act: "Approve",
    means: "It may then be sent as it stands.",
    needs: "reason",
    asks: "Note",
    tone: "plain",
  },
  order: {
    label: "Mark as ordered",
    act: "Mark as ordered",
    means: "The orders for it are placed with the vendors.",
    needs: "nothing",
    tone: "plain",
  },
  revise: {
    label: "Revise",
    act: "Revise",
    means: "A draft of the next version begins. The version sent stays open until the new one is sent.",
    needs: "nothing",
    tone: "plain",
  },
  accept: {
    label: "Record acceptance",
    act: "Record acceptance of",
    means: "For a customer who accepted on paper or by mail.",
    needs: "person",
    tone: "plain",
  },
  submit: {
    label: "Ask for approval",
    act: "Ask for approval of",
    means: "A manager decides whether it may be sent, and reads why you ask.",
    needs: "reason",
    asks: "Why it should be sold at this price",
    tone: "plain",
  },
  reject: {
    label: "Send back to draft",
    act: "Send back",
    means: "It becomes a draft again.",
    needs: "reason",
    tone: "plain",
  },
  reopen: {
    label: "Take back to draft",
    act: "Take back",
    means: "It becomes a draft again; an approval is void.",
    needs: "nothing",
    tone: "plain",
  },
  "request-changes": {
    label: "Note changes asked for",
    act: "Note changes for",
    means: "The customer wants something different. Revise it to offer that.",
    needs: "reason",
    tone: "plain",
  },
  decline: {
    label: "Record decline",
    act: "Record decline of",
    means: "For a customer who said no on paper or by mail.",
    needs: "reason",
    tone: "danger",
  },
  withdraw: {
    label: "Withdraw",
    act: "Withdraw",
    means: "It can no longer be accepted, and its links say so without a price.",
    needs: "reason",
    tone: "danger",
  },
  clone: {
    label: "Copy to a new quote",
    act: "Copy",
    means: "A new draft under its own number, with today’s prices.",
    needs: "nothing",
    tone: "plain",
  },
};

const leading = ["send", "approve", "submit", "order", "revise"];

/** The one act that leads on from here, and everything else that is possible. */
export function arrangeMoves(moves: readonly string[]): { primary: string | null; others: readonly string[] } {
  const known = Object.keys(moveWords).filter((move) => moves.includes(move));
  const primary = leading.find((move) => known.includes(move)) ?? null;
  return { primary, others: known.filter((move) => move !== primary) };
}
