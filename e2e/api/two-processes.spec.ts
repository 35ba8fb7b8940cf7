import { addLine, clientWith, keyOf, newCart, signedInCookie } from "@/e2e/harness/api-client";
import { addTestUsers, type Desk, emailOf, passwordOf, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { expect, test } from "@/e2e/fixtures";
import { startSandbox } from "@/lib/sandbox/start-sandbox";
import { startTestPostgres } from "@/lib/server/store/postgres-for-tests";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";

test("two processes on one PostgreSQL are one desk: sessions, carts, quotes and catalog", async () => {
  test.setTimeout(120_000);
  const postgres = await startTestPostgres();
  const sandbox = await startSandbox({});
  const desks: Desk[] = [];
  try {
    const shared = {
      ...vendorVariables(sandbox),
      DATABASE_URL: postgres.url,
      SESSION_SECRET: "one secret for both of the processes",
      SYNC_INTERVAL_SECONDS: "0",
    };
    desks.push(...(await Promise.all([startDesk(shared), startDesk(shared)])));
    const [first, second] = desks as [Desk, Desk];
    await addTestUsers(first, ["seller"]);
    const cookie = await signedInCookie(first.url, emailOf("seller"), passwordOf("seller"));
    const [here, there] = [clientWith(first.url, cookie), clientWith(second.url, cookie)];
    expect((await there.send("/api/session")).status).toBe(200);

    // Each process takes over what the other published within about a second.
    const list = async (client: typeof here) => {
      const { total, items, facets } = (await client.send("/api/products?pageSize=200")).body;
      return { total, items, facets };
    };
    await expect.poll(async () => (await list(there)).facets.vendor.length).toBe(2);
    await expect.poll(async () => (await list(here)).facets.vendor.length).toBe(2);
    expect(await list(there)).toEqual(await list(here));

    const key = await keyOf(here, "cloudblue", LICENCE);
    const cart = await addLine(here, await newCart(here), { vendor: "cloudblue", key, quantity: "2" });
    expect((await there.send(`/api/carts/${cart.id}`)).body.lines).toHaveLength(1);

    const body = { cartId: cart.id, customer: { name: "Fabrikam Demo" } };
    const submit = (client: typeof here) =>
      client.send("/api/quotes", { method: "POST", body, headers: { "idempotency-key": "the-same-press" } });
    const answers = await Promise.all([submit(here), submit(there), submit(here), submit(there)]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);

    expect((await here.send("/api/session", { method: "DELETE" })).status).toBe(204);
    expect((await there.send("/api/session")).status).toBe(401);
  } finally {
    for (const desk of desks) await desk.stop();
    await sandbox.close();
    await postgres.stop();
  }
});

test("a start that cannot work ends with a plain message and no value of a variable", async () => {
  const failing: readonly [Record<string, string>, string][] = [
    [{ CLOUDBLUE_BASE_URL: "https://vendor.example/base" }, "CLOUDBLUE_USERNAME"],
    [{ IBM_CLIENT_ID: "an-id-value" }, "IBM_CLIENT_SECRET"],
    [{ SESSION_SECRET: "short-value" }, "SESSION_SECRET"],
    [{ HOST: "0.0.0.0" }, "PUBLIC_URL"],
  ];
  for (const [variables, name] of failing) {
    const message = await startDesk(variables).then(
      async (desk) => {
        await desk.stop();
        return "it started";
      },
      (error: Error) => error.message,
    );
    expect(message).toContain("cannot start");
    expect(message).toContain(name);
    expect(message).not.toMatch(/vendor\.example|an-id-value|short-value/);
  }
});
