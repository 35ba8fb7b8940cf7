import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { ProblemSchema } from "@/lib/contracts/problem";
import * as cartsRoute from "@/app/api/carts/route";
import * as unknownRoute from "@/app/api/[[...path]]/route";
import * as otherMethods from "@/lib/server/http/other-methods";

const api = fileURLToPath(new URL("../../../app/api", import.meta.url));

it("is part of every route of the API", () => {
  const files = readdirSync(api, { recursive: true, withFileTypes: true }).filter(({ name }) => name === "route.ts");
  const without = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !/^export \* from "@\/lib\/server\/http\/(other-methods|unknown-address)";$/m.test(readFileSync(file, "utf8")),
    );
  expect(files.length).toBeGreaterThan(30);
  expect(without).toEqual([]);
});

it("leaves the route's own methods in place", () => {
  expect(cartsRoute.GET).not.toBe(otherMethods.GET);
  expect(cartsRoute.DELETE).toBe(otherMethods.DELETE);
});

it("refuses a method the address does not have, and says which it has", async () => {
  const answer = await otherMethods.PUT(new Request("http://localhost/api/carts/0199", { method: "PUT" }));
  expect(answer.status).toBe(405);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(answer.headers.get("allow")?.split(", ").toSorted()).toEqual(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH"]);
  expect(ProblemSchema.parse(await answer.json())).toMatchObject({ code: "method-not-allowed", status: 405 });
});

it("answers OPTIONS with the same list", async () => {
  const answer = await otherMethods.OPTIONS(new Request("http://localhost/api/health", { method: "OPTIONS" }));
  expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
});

it("answers an address of the API that does not exist with a problem, whatever the method", async () => {
  const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = unknownRoute;
  for (const handler of [DELETE, GET, OPTIONS, PATCH, POST, PUT]) {
    const answer = handler();
    expect(answer.status).toBe(404);
    expect(ProblemSchema.parse(await answer.json())).toMatchObject({ code: "not-found", status: 404 });
  }
});
