import { apiClient, keyOf } from "@/e2e/harness/api-client";
import { expect, test } from "@/e2e/fixtures";

const LICENCE = "91fd106f-4b2c-4938-95ac-f54f74e9a239";

test("who changed a price rule finds its price in the next answer, and the old one after taking it back", async ({
  desk,
}) => {
  const manager = await apiClient(desk, "manager");
  const key = await keyOf(manager, "cloudblue", LICENCE);
  const product = { vendor: "cloudblue", key };
  const shown = async () => {
    const one = await manager.send(`/api/products/cloudblue/${encodeURIComponent(key)}`);
    const list = await manager.send(`/api/products?q=${LICENCE}`);
    return [one.body.price.amount, list.body.items[0].price.amount];
  };
  expect(await shown()).toEqual(["19.80", "19.80"]);

  for (const amount of ["23.45", "31.00", "27.10"]) {
    const entry = {
      name: "Price of the season",
      scope: { product },
      sets: "price",
      effect: { kind: "fixed", amount, currency: "USD" },
    };
    const made = await manager.send("/api/price-rules", { method: "POST", body: entry });
    expect(made.status).toBe(201);
    expect(await shown()).toEqual([amount, amount]);
    const headers = { "if-match": made.headers.get("etag") ?? "" };
    const path = `/api/price-rules/${made.body.id}`;
    expect((await manager.send(path, { method: "DELETE", headers })).status).toBe(204);
    expect(await shown()).toEqual(["19.80", "19.80"]);
  }
});
