import { describe, expect, it } from "vitest";
import { arrangeMoves, moveWords } from "@/components/quotes/move-words";
import { type QuoteActorRole, quoteMoveNames, quoteMoveTable } from "@/lib/domain/quotes/quote-moves";

describe("the buttons of a quote", () => {
  it("cover every move a person of the house may make", () => {
    const house: ReadonlySet<QuoteActorRole> = new Set(["seller", "manager", "admin"]);
    const possible = quoteMoveNames.filter((move) => quoteMoveTable[move].who.some((role) => house.has(role)));
    expect(Object.keys(moveWords).toSorted()).toEqual([...possible].toSorted());
  });

  it("lead on with one act and keep the rest beside it", () => {
    expect(arrangeMoves(["withdraw", "clone", "send", "submit"])).toEqual({
      primary: "send",
      others: ["submit", "withdraw", "clone"],
    });
  });

  it("have no primary act where nothing leads on", () => {
    expect(arrangeMoves(["clone"])).toEqual({ primary: null, others: ["clone"] });
  });
});
