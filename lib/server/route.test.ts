import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";
import { route } from "@/lib/server/route";

vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "desk-route-")));
vi.stubEnv("LOG_LEVEL", "silent");

const echo = route(
  defineRoute({
    method: "POST",
    path: "/api/echo/{id}",
    summary: "Gives back what it was given",
    access: "anyone",
    params: z.object({ id: z.string() }),
    query: z.looseObject({}),
    body: z.looseObject({}),
    status: 200,
  }),
  ({ params, query, body }) => ({ params, query, body }),
);

async function send({ id = "1", query = "", body = "{}" }: { id?: string; query?: string; body?: string }) {
  const headers = { origin: "http://localhost:3000", "content-type": "application/json" };
  const request = new Request(`http://localhost:3000/api/echo/${id}${query}`, { method: "POST", headers, body });
  const answer = await echo(request, { params: Promise.resolve({ id }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

it("hands over a repeated parameter as a list and a single one as a text", async () => {
  const { body } = await send({ query: "?a=1&b=2&a=3&a=4&__proto__=x&__proto__=y&toString=z" });
  expect(body["query"]).toEqual({ a: ["1", "3", "4"], b: "2", toString: "z" });
});

it("drops what would reach into prototypes", async () => {
  const { body } = await send({ body: '{"a":{"__proto__":{"admin":true},"constructor":{"prototype":{"b":1}},"c":2}}' });
  expect(body["body"]).toEqual({ a: { c: 2 } });
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
});

it("refuses the sign that PostgreSQL cannot keep, wherever it stands", async () => {
  for (const given of [
    { id: "a\0b" },
    { query: "?q=a%00b" },
    { query: "?q=a&q=%00" },
    { body: '{"name":"a\\u0000b"}' },
    { body: '{"lines":[{"a\\u0000b":1}]}' },
  ]) {
    expect(await send(given)).toMatchObject({ status: 422, body: { code: "invalid" } });
  }
});

it("reads deep and odd bodies without falling over", async () => {
  expect((await send({ body: "[".repeat(100_000) })).status).toBe(400);
  expect((await send({ body: `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}` })).status).toBeLessThan(500);
  for (const body of ["null", "1", '"text"', "[]", "true"]) expect((await send({ body })).status).toBe(422);
  expect((await send({ body: "" })).status).toBe(200);
});

it("serves an address without placeholders, for which Next gives no parameters at all", async () => {
  const contract = defineRoute({ method: "GET", path: "/api/x", summary: "Nothing", access: "anyone", status: 200 });
  const plain = route(contract, () => ({ fine: true }));
  const answer = await plain(new Request("http://localhost:3000/api/x"), { params: Promise.resolve(undefined) });
  expect([answer.status, await answer.json()]).toEqual([200, { fine: true }]);
});
