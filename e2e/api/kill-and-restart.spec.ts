import { addLine, apiClient, keyOf, newCart } from "@/e2e/harness/api-client";
import { addTestUsers, startDesk, vendorVariables } from "@/e2e/harness/desk";
import { expect, test } from "@/e2e/fixtures";
import type { CartDto } from "@/lib/contracts/cart";
import { startSandbox } from "@/lib/sandbox/start-sandbox";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";
const rounds = process.env.SOAK ? 50 : 2;

test("killed in the middle of work, the desk starts again and nothing acknowledged is lost", async () => {
  test.setTimeout(60_000 + rounds * 20_000);
  const sandbox = await startSandbox({});
  const desk = await startDesk({ ...vendorVariables(sandbox), SYNC_INTERVAL_SECONDS: "1" });
  try {
    await addTestUsers(desk, ["seller"]);
    const seller = await apiClient(desk, "seller");
    const key = await keyOf(seller, "cloudblue", LICENCE);
    for (let round = 1; round <= rounds; round += 1) {
      const cart = await addLine(seller, await newCart(seller, `Round ${round}`), {
        vendor: "cloudblue",
        key,
        quantity: "1",
      });
      const [lineId = ""] = cart.lines.map((line) => line.id);
      const acknowledged = { quantity: "1", quotes: [] as string[] };
      let working = true;
      const work = (async () => {
        for (let quantity = 2; working; quantity += 1) {
          const changed = await seller
            .send(`/api/carts/${cart.id}/lines/${lineId}`, {
              method: "PATCH",
              body: { quantity: `${quantity}` },
              headers: { "if-match": "*" },
            })
            .catch(() => null);
          if (changed?.status === 200) acknowledged.quantity = `${quantity}`;
          const body = { cartId: cart.id, customer: { name: "Northwind Demo" } };
          const made = await seller.send("/api/quotes", { method: "POST", body }).catch(() => null);
          if (made?.status === 201) acknowledged.quotes.push(made.body.number);
        }
      })();
      await expect.poll(() => acknowledged.quotes.length).toBeGreaterThan(3);
      await desk.kill();
      working = false;
      await work;
      await desk.restart();
      const kept = (await seller.send(`/api/carts/${cart.id}`)).body as CartDto;
      expect(Number(kept.lines[0]?.quantity)).toBeGreaterThanOrEqual(Number(acknowledged.quantity));
      for (const number of acknowledged.quotes) {
        const quote = await seller.send(`/api/quotes/${number}`);
        expect([quote.status, quote.body.lines.length]).toEqual([200, 1]);
      }
      expect((await seller.send("/api/products?pageSize=1")).body.total).toBeGreaterThan(200);
    }
  } finally {
    await desk.stop();
    await sandbox.close();
  }
});
