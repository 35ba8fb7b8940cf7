import { expect, test } from "vitest";
import { SharedQuoteSchema } from "@/lib/contracts/quote-sharing";
import { addViewer } from "@/lib/server/carts/test-desk";
import { readQuote } from "@/lib/server/quotes/read-quote";
import { beginQuoting, browser, move, refusal, sentQuote, tokenOf } from "@/lib/server/quotes/test-quotes";
import { readSettings, saveSettings } from "@/lib/server/settings/seller-settings";
import { type CustomerDecision, decideSharedQuote } from "@/lib/server/share/decide-shared-quote";
import { createQuoteLink, withdrawQuoteLink } from "@/lib/server/share/quote-links";
import { fetchSharedQuote, viewSharedQuote } from "@/lib/server/share/read-shared-quote";
import type { Visitor } from "@/lib/server/share/visitor";
import { eachStore } from "@/lib/server/store/test-stores";

const yes: CustomerDecision = {
  kind: "accepted",
  name: "Demo Contact",
  email: "buyer@fabrikam.example",
  title: "Buyer",
};
const no: CustomerDecision = { kind: "declined", reason: "Too late" };

/** Every test its own address, since refusals are counted by address for the whole process. */
let lastAddress = 0;
function visitor(headers: Record<string, string> = {}, other: Partial<Visitor> = {}): Visitor {
  const agent = browser.headers.get("user-agent") ?? "";
  lastAddress += 1;
  return {
    ...browser,
    headers: new Headers({ "user-agent": agent, "x-forwarded-for": `192.0.2.${lastAddress}`, ...headers }),
    ...other,
  };
}

eachStore("share links", (open) => {
  test("a link shows the frozen quote and nothing beyond its allow-list", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, quote, token, link } = await sentQuote(desk, seller, cart.id);
    expect(link.url).toBe(`https://desk.example/share/quote/${token}`);
    expect(token).toMatch(/^[\w-]{43}$/);
    const shown = await fetchSharedQuote(desk, token, visitor());
    expect(SharedQuoteSchema.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({ number, state: "sent", mayDecide: true, contentHash: quote.contentHash });
    expect(shown.lines.map(({ position, under, total }) => [position, under, total?.amount])).toEqual([
      [1, null, "198.00"],
      [2, 1, "25.00"],
    ]);
  });

  test("only the hash of a token is stored, nowhere the token", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { token } = await sentQuote(desk, seller, cart.id);
    await decideSharedQuote(desk, token, yes, visitor());
    for (const table of ["share_links", "audit", "quotes", "quote_versions", "quote_publications"] as const) {
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain(token);
    }
  });

  test("an unknown, a withdrawn and an outlived link cannot be told apart", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, token, link } = await sentQuote(desk, seller, cart.id);
    const short = await createQuoteLink(desk, seller, number, { days: 1 });
    await withdrawQuoteLink(desk, seller, number, link.id);
    await withdrawQuoteLink(desk, seller, number, link.id);
    desk.setNow("2026-03-03T09:00:00.001Z");
    const tokens = [token, tokenOf(short.url), "A".repeat(43), "short", ""];
    const errors = await Promise.all(tokens.map((one) => refusal(fetchSharedQuote(desk, one, visitor()))));
    expect(new Set(errors.map(({ code, message, extra }) => JSON.stringify([code, message, extra]))).size).toBe(1);
    expect(errors[0]?.code).toBe("not-found");
    for (const one of tokens) {
      expect((await refusal(decideSharedQuote(desk, one, yes, visitor()))).code).toBe("not-found");
    }
  });

  test("links last 30 days unless said otherwise and need a sent quote", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, link } = await sentQuote(desk, seller, cart.id);
    expect(link.expiresAt).toBe("2026-04-01T09:00:00.000Z");
    expect((await createQuoteLink(desk, seller, number, { days: 9_999 })).expiresAt).toBe("2026-08-29T09:00:00.000Z");
    await move(desk, seller, number, "withdraw");
    expect((await refusal(createQuoteLink(desk, seller, number, {}))).code).toBe("conflict");
  });

  test("the old link of a replaced or withdrawn quote says so and shows no amount and no new link", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, token } = await sentQuote(desk, seller, cart.id);
    await move(desk, seller, number, "revise");
    expect((await fetchSharedQuote(desk, token, visitor())).state).toBe("sent");
    await move(desk, seller, number, "send");
    const newer = await createQuoteLink(desk, seller, number, {});
    const replaced = await refusal(fetchSharedQuote(desk, token, visitor()));
    expect([replaced.code, replaced.extra]).toEqual(["gone", { state: "superseded" }]);
    expect(`${replaced.message}${JSON.stringify(replaced.extra)}`).not.toMatch(/\d|http|share/);
    expect((await refusal(decideSharedQuote(desk, token, yes, visitor()))).code).toBe("gone");
    expect((await fetchSharedQuote(desk, tokenOf(newer.url), visitor())).version).toBe(2);
    await move(desk, seller, number, "withdraw");
    const withdrawn = await refusal(fetchSharedQuote(desk, tokenOf(newer.url), visitor()));
    expect([withdrawn.code, withdrawn.extra]).toEqual(["gone", { state: "withdrawn" }]);
  });

  test("ten acceptances at once are one, with who, when, from where and of what", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const { number, quote, token } = await sentQuote(desk, seller, cart.id);
    const from = visitor({ "x-forwarded-for": "203.0.113.9, 198.51.100.4" });
    const answers = await Promise.all(Array.from({ length: 10 }, () => decideSharedQuote(desk, token, yes, from)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ state: "accepted", mayDecide: false, decision: { name: "Demo Contact" } });
    const { decision } = await db.selectFrom("quote_publications").select("decision").executeTakeFirstOrThrow();
    expect(JSON.parse(decision ?? "")).toEqual({
      kind: "accepted",
      name: "Demo Contact",
      email: "buyer@fabrikam.example",
      title: "Buyer",
      reason: null,
      by: "customer",
      address: "198.51.100.4",
      browser: browser.headers.get("user-agent"),
      at: "2026-03-02T09:00:00.000Z",
      version: 1,
      contentHash: quote.contentHash,
    });
    const { timeline } = (await readQuote(desk, seller, number)).quote;
    expect(timeline.filter(({ what }) => what === "accepted version 1")).toMatchObject([{ who: "Demo Contact" }]);
    expect((await refusal(decideSharedQuote(desk, token, no, visitor()))).code).toBe("conflict");
  });

  test("a decline keeps its reason and is not turned into an acceptance", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, token } = await sentQuote(desk, seller, cart.id);
    expect((await decideSharedQuote(desk, token, no, visitor())).state).toBe("declined");
    expect((await refusal(decideSharedQuote(desk, token, yes, visitor()))).code).toBe("conflict");
    expect((await readQuote(desk, seller, number)).quote.decision).toMatchObject({
      kind: "declined",
      reason: "Too late",
    });
  });

  test("an acceptance and a newer version at the same instant end in exactly one outcome", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    for (let round = 0; round < 8; round += 1) {
      const { number, token } = await sentQuote(desk, seller, cart.id);
      await move(desk, seller, number, "revise");
      const race = [decideSharedQuote(desk, token, yes, visitor()), move(desk, seller, number, "send")];
      const results = await Promise.allSettled(round % 2 === 0 ? race : race.toReversed());
      const { versions } = (await readQuote(desk, seller, number)).quote;
      const states = versions.map(({ state }) => state).join(" ");
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(["accepted draft", "superseded sent"]).toContain(states);
    }
  });

  test("a quote is good through the end of its last day where the seller is, and a decision outlives that day", async () => {
    const { db, desk, seller, cart } = await beginQuoting(await open());
    const admin = await addViewer(db, "admin", "Ada Admin");
    const { value: settings } = await readSettings(desk, admin);
    await saveSettings(desk, admin, "any", { ...settings, timeZone: "America/Los_Angeles" });
    const late = await sentQuote(desk, seller, cart.id);
    const decided = await sentQuote(desk, seller, cart.id);
    expect(late.quote.validUntil).toBe("2026-04-01");
    desk.setNow("2026-03-20T09:00:00.000Z");
    const [lateLink, decidedLink] = [
      await createQuoteLink(desk, seller, late.number, {}),
      await createQuoteLink(desk, seller, decided.number, {}),
    ];
    desk.setNow("2026-04-02T06:59:59.999Z");
    expect((await fetchSharedQuote(desk, tokenOf(lateLink.url), visitor())).state).toBe("sent");
    await decideSharedQuote(desk, tokenOf(decidedLink.url), yes, visitor());
    desk.setNow("2026-04-02T07:00:00.000Z");
    expect(await fetchSharedQuote(desk, tokenOf(lateLink.url), visitor())).toMatchObject({
      state: "expired",
      mayDecide: false,
    });
    for (const decision of [yes, no]) {
      expect((await refusal(decideSharedQuote(desk, tokenOf(lateLink.url), decision, visitor()))).code).toBe(
        "conflict",
      );
    }
    expect((await refusal(move(desk, seller, late.number, "accept"))).code).toBe("conflict");
    expect((await readQuote(desk, seller, late.number)).quote).toMatchObject({ state: "expired", expired: true });
    expect((await fetchSharedQuote(desk, tokenOf(decidedLink.url), visitor())).state).toBe("accepted");
    const stored = await db.selectFrom("quote_versions").select("state").where("number", "=", late.number).execute();
    expect(stored).toEqual([{ state: "sent" }]);
    const renewed = await move(desk, seller, late.number, "revise");
    expect(renewed).toMatchObject({ version: 2, state: "draft", validUntil: "2026-05-02" });
  });

  test("a view is a customer's browser opening the link; nothing else counts", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { number, token } = await sentQuote(desk, seller, cart.id);
    const others = [
      visitor({}, { method: "HEAD" }),
      visitor({ "x-desk-method": "HEAD" }),
      visitor({ "user-agent": "Mozilla/4.0 (compatible; ms-office; MSOffice 16)" }),
      visitor({}, { signedIn: true }),
      visitor({ purpose: "prefetch" }),
      visitor({ "sec-purpose": "prefetch;prerender" }),
      visitor({ "next-router-prefetch": "1" }),
      visitor({ rsc: "1" }),
      visitor({ "sec-fetch-dest": "empty" }),
      visitor({ "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" }),
      visitor({ "user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)" }),
      visitor({ "user-agent": "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5" }),
      visitor({ "user-agent": "facebookexternalhit/1.1" }),
      visitor({ "user-agent": "WhatsApp/2.23.20.0" }),
      visitor({ "user-agent": "curl/8.5.0" }),
      visitor({ "user-agent": "node" }),
    ];
    for (const one of others) await viewSharedQuote(desk, token, one);
    expect((await readQuote(desk, seller, number)).quote.links[0]).toMatchObject({ views: 0, lastViewedAt: null });
    await viewSharedQuote(desk, token, visitor());
    await viewSharedQuote(desk, token, visitor({ "sec-fetch-dest": "document", "sec-fetch-mode": "navigate" }));
    expect((await readQuote(desk, seller, number)).quote.links[0]).toMatchObject({
      views: 2,
      lastViewedAt: "2026-03-02T09:00:00.000Z",
    });
  });

  test("guessing is stopped within 50 tries and keeps no customer from their link", async () => {
    const { desk, seller, cart } = await beginQuoting(await open());
    const { token } = await sentQuote(desk, seller, cart.id);
    const guesser = visitor();
    const codes: string[] = [];
    for (let guess = 0; guess < 60; guess += 1) {
      codes.push((await refusal(fetchSharedQuote(desk, `${guess}`.padEnd(43, "x"), guesser))).code);
    }
    expect(codes.indexOf("too-many-requests")).toBeLessThan(50);
    expect(codes.at(-1)).toBe("too-many-requests");
    expect((await fetchSharedQuote(desk, token, guesser)).state).toBe("sent");
  });
});
