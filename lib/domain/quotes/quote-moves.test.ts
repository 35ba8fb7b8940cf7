import { describe, expect, test } from "vitest";
import {
  isQuoteMove,
  mayMove,
  type QuoteActor,
  type QuoteMove,
  quoteMoveNames,
  quoteMoves,
  quoteMoveTable,
  type QuoteState,
  quoteStates,
  stateAfter,
} from "@/lib/domain/quotes/quote-moves";

const seller: QuoteActor = { role: "seller", own: true };
const manager: QuoteActor = { role: "manager", own: false };
const customer: QuoteActor = { role: "customer", own: false };
const system: QuoteActor = { role: "system", own: false };

describe("the table of moves", () => {
  test.each<[QuoteState, QuoteMove, QuoteState | null]>([
    ["draft", "send", "sent"],
    ["draft", "submit", "in-approval"],
    ["in-approval", "approve", "approved"],
    ["in-approval", "reject", "draft"],
    ["in-approval", "send", null],
    ["approved", "send", "sent"],
    ["approved", "reopen", "draft"],
    ["sent", "accept", "accepted"],
    ["sent", "revise", "sent"],
    ["sent", "supersede", "superseded"],
    ["accepted", "order", "ordered"],
    ["accepted", "decline", null],
    ["superseded", "accept", null],
    ["expired", "accept", null],
    ["expired", "revise", "expired"],
    ["withdrawn", "accept", null],
    ["draft", "accept", null],
    ["ordered", "withdraw", null],
  ])("%s, %s: %s", (state, move, after) => {
    expect(stateAfter(state, move)).toBe(after);
  });

  test.each<[QuoteState, QuoteActor, QuoteMove[]]>([
    ["draft", seller, ["submit", "send", "withdraw", "clone"]],
    ["sent", customer, ["request-changes", "accept", "decline"]],
    ["sent", seller, ["request-changes", "accept", "decline", "withdraw", "revise", "clone"]],
    ["sent", system, ["expire", "supersede"]],
    ["accepted", customer, []],
    ["accepted", manager, ["clone", "order"]],
    ["ordered", seller, ["clone"]],
    ["superseded", customer, []],
  ])("from %s, %j may %j", (state, actor, moves) => {
    expect(quoteMoves(state, actor)).toEqual(moves);
  });

  test("nobody approves their own quote, unless an admin", () => {
    expect(mayMove("in-approval", "approve", { role: "manager", own: true })).toBe(false);
    expect(mayMove("in-approval", "approve", { role: "manager", own: false })).toBe(true);
    expect(mayMove("in-approval", "approve", { role: "admin", own: true })).toBe(true);
    expect(mayMove("in-approval", "approve", { role: "seller", own: false })).toBe(false);
  });

  test("no expiry and no newer version overwrites a decision", () => {
    for (const state of ["accepted", "declined", "ordered", "withdrawn"] as const) {
      expect(quoteMoves(state, system)).toEqual([]);
    }
  });

  test("each state but the last ones leads on, and each is reached", () => {
    const reached = new Set<QuoteState>(["draft"]);
    for (const state of reached) {
      for (const move of quoteMoveNames) {
        const next = stateAfter(state, move);
        if (next) reached.add(next);
      }
    }
    expect([...reached].toSorted()).toEqual([...quoteStates].toSorted());
  });

  test("a customer never moves what is not in front of them, and the desk itself never decides", () => {
    for (const move of quoteMoveNames) {
      for (const state of quoteStates) {
        if (state !== "sent" && !(state === "changes-requested" && move === "decline")) {
          expect(mayMove(state, move, customer)).toBe(false);
        }
      }
      const decides = quoteMoveTable[move].to === "accepted" || quoteMoveTable[move].to === "declined";
      if (decides) expect(quoteMoveTable[move].who).not.toContain("system");
    }
  });

  test("names from outside are told from moves", () => {
    expect(isQuoteMove("send")).toBe(true);
    expect(isQuoteMove("toString")).toBe(false);
  });
});
