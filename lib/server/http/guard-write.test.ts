import { expect, it, vi } from "vitest";
import { guardWrite } from "@/lib/server/http/guard-write";

vi.mock("@/lib/server/env", () => ({ env: () => ({ ownOrigins: ["http://desk.test"] }) }));

const origin = "http://desk.test";

/** Next hands every write a body, also one that came without. */
const guarded = (method: string, headers: Record<string, string>) => () => {
  guardWrite(new Request("http://desk.test/api/carts/1", { method, headers, body: new Blob([]) }));
};

it("a DELETE that brings no body needs no content type", () => {
  expect(guarded("DELETE", { origin })).not.toThrow();
  expect(guarded("DELETE", { origin, "content-length": "0" })).not.toThrow();
  expect(guarded("DELETE", { origin, "content-type": "application/json; charset=utf-8" })).not.toThrow();
});

it("whatever may bring one says that it is JSON", () => {
  for (const [method, headers] of [
    ["DELETE", { "content-length": "7" }],
    ["DELETE", { "transfer-encoding": "chunked" }],
    ["DELETE", { "content-type": "text/plain" }],
    ["POST", {}],
    ["PATCH", { "content-length": "0" }],
  ] as const) {
    expect(guarded(method, { origin, ...headers })).toThrow("Content-Type: application/json");
  }
});

it("nothing is written from elsewhere, with or without a body", () => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "http://evil.test" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) expect(guarded("DELETE", headers)).toThrow("own address");
});
