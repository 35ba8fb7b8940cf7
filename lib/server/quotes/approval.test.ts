import { expect, test } from "vitest";
import type { PriceGuard } from "@/lib/domain/pricing/price-rule";
import { preparePriceRules } from "@/lib/domain/pricing/rule-set";
import { changeCartLine } from "@/lib/server/carts/change-cart-line";
import { addViewer, makeProduct, type TestDesk } from "@/lib/server/carts/test-desk";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { beginQuoting, draft, filledCart, move, refusal } from "@/lib/server/quotes/test-quotes";
import { updateQuote } from "@/lib/server/quotes/update-quote";
import { eachStore } from "@/lib/server/store/test-stores";

const floorOf = (percent: string, policy: PriceGuard["policy"]): PriceGuard => ({
  id: `floor-${percent}`,
  name: "House floor",
  scope: {},
  limit: { kind: "minimum-margin", percent },
  policy,
});

function setLimits(desk: TestDesk, ...guards: readonly PriceGuard[]): void {
  Object.assign(desk, { prices: preparePriceRules([], guards) });
}

eachStore("approval", (open) => {
  const begin = async (percent = "20", policy: PriceGuard["policy"] = "ask") => {
    const { db, desk, seller } = await beginQuoting(await open());
    setLimits(desk, floorOf(percent, policy));
    const cart = await filledCart(desk, seller, ["SUITE"]);
    const manager = await addViewer(db, "manager", "Mia Manager");
    const quote = await draft(desk, seller, cart.id);
    return { db, desk, seller, manager, cart, quote, number: quote.number };
  };

  test("a floor that asks keeps the quote from being sent until a manager approved it", async () => {
    const { desk, seller, manager, quote, number } = await begin();
    expect(quote.approval).toMatchObject({
      needed: true,
      findings: [{ name: "Product SUITE", policy: "ask", reason: null }],
    });
    expect(quote.moves).not.toContain("send");
    const refused = await refusal(move(desk, seller, number, "send"));
    expect([refused.code, refused.errors[0]?.message]).toEqual([
      "invalid",
      expect.stringMatching(/^Product SUITE needs approval: House floor: the margin is below 20 %/),
    ]);
    expect((await refusal(move(desk, seller, number, "submit"))).errors[0]?.path).toBe("body.reason");
    expect((await move(desk, seller, number, "submit", { reason: "A large customer" })).state).toBe("in-approval");
    expect((await refusal(move(desk, seller, number, "approve"))).code).toBe("forbidden");
    expect((await refusal(move(desk, seller, number, "send"))).code).toBe("conflict");
    const approved = await move(desk, manager, number, "approve", { reason: "This once" });
    expect(approved.approval?.steps.map(({ kind, by, note }) => [kind, by, note])).toEqual([
      ["requested", "Sam Seller", "A large customer"],
      ["approved", "Mia Manager", "This once"],
    ]);
    expect(approved.approval?.needed).toBe(false);
    const sent = await move(desk, seller, number, "send");
    expect([sent.state, sent.approval]).toEqual(["sent", null]);
    expect(sent.timeline.map(({ who, what }) => `${who} ${what}`).slice(1)).toEqual([
      "Sam Seller asked for approval of version 1: A large customer",
      "Mia Manager approved version 1: This once",
      "Sam Seller sent version 1 to the customer",
    ]);
  });

  test("a refusal leads back to the draft, and what is changed then is judged anew", async () => {
    const { desk, seller, manager, cart, number } = await begin();
    await move(desk, seller, number, "submit", { reason: "Please" });
    const refused = await move(desk, manager, number, "reject", { reason: "Too cheap" });
    expect([refused.state, refused.approval?.needed]).toEqual(["draft", true]);
    expect(refused.approval?.steps.at(-1)).toMatchObject({ kind: "refused", by: "Mia Manager", note: "Too cheap" });
    const line = cart.lines[0];
    await changeCartLine(desk, seller, { id: cart.id, lineId: line?.id ?? "" }, "any", { price: { text: "m20" } });
    await updateQuote(desk, seller, number, "any", { cartId: cart.id });
    expect((await readQuote(desk, seller, number)).quote.approval).toMatchObject({ needed: false, findings: [] });
    expect((await move(desk, seller, number, "send")).state).toBe("sent");
  });

  test("taking an approved quote back to draft voids the approval", async () => {
    const { desk, seller, manager, number } = await begin();
    await move(desk, seller, number, "submit", { reason: "Please" });
    await move(desk, manager, number, "approve");
    const draftAgain = await move(desk, seller, number, "reopen");
    expect([draftAgain.state, draftAgain.approval?.needed]).toEqual(["draft", true]);
    expect((await refusal(move(desk, seller, number, "send"))).code).toBe("invalid");
  });

  test("nobody approves their own, unless an administrator", async () => {
    const { db, desk, manager } = await begin();
    const own = async (viewer: typeof manager) => {
      const cart = await filledCart(desk, viewer, ["SUITE"]);
      const { number } = await draft(desk, viewer, cart.id);
      await move(desk, viewer, number, "submit", { reason: "Mine" });
      return number;
    };
    expect((await refusal(move(desk, manager, await own(manager), "approve"))).code).toBe("forbidden");
    const admin = await addViewer(db, "admin", "Ada Admin");
    expect((await move(desk, admin, await own(admin), "approve")).state).toBe("approved");
  });

  test("the stored price is judged, against today's cost too: what worsens after the approval needs another one", async () => {
    const { desk, seller, manager, number } = await begin();
    await move(desk, seller, number, "submit", { reason: "Please" });
    await move(desk, manager, number, "approve");
    desk.setCatalog([makeProduct({ key: "SUITE", price: "30.00", cost: "19.00" })]);
    const refused = await refusal(move(desk, seller, number, "send"));
    expect(refused.errors[0]?.message).toMatch(/^Product SUITE needs approval again: House floor/);
    desk.setCatalog([makeProduct({ key: "SUITE", price: "19.80", cost: "17.00" })]);
    expect((await move(desk, seller, number, "send")).state).toBe("sent");
  });

  test("a floor that blocks is held at sending although the quote was made before it", async () => {
    const { desk, seller, number } = await begin("5");
    setLimits(desk, floorOf("15", "block"));
    const refused = await refusal(move(desk, seller, number, "send"));
    expect(refused.errors[0]?.message).toMatch(/^Product SUITE: House floor: the margin is below 15 %/);
    setLimits(desk);
    expect((await move(desk, seller, number, "send")).state).toBe("sent");
  });

  test("who may not see cost learns that approval is needed, and no figure of it", async () => {
    const { db, desk } = await begin();
    const viewer = await addViewer(db, "seller-no-cost", "Nora No Cost");
    const cart = await filledCart(desk, viewer, ["SUITE"]);
    const quote = await draft(desk, viewer, cart.id);
    expect(quote.approval?.needed).toBe(true);
    expect(JSON.stringify(quote.approval)).not.toMatch(/17\.5|20 %|21\.8|House floor|margin/);
    const refused = await refusal(move(desk, viewer, quote.number, "send"));
    expect(refused.message).not.toMatch(/17\.5|20 %|21\.8|House floor|margin/);
  });
});
