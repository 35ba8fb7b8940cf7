import { describe, expect, it } from "vitest";
import { createAnswerCache } from "@/lib/vendors/ibm/answer-cache";

describe("kept answers", () => {
  it("are few, small and valid", () => {
    const cache = createAnswerCache<number>();
    for (let at = 0; at < 100; at += 1) cache.put(`${at}`, { data: at, etag: `"${at}"`, bytes: 10 });
    expect(cache.get("0")).toBeNull();
    expect(cache.get("99")?.data).toBe(99);
    cache.put("big", { data: 1, etag: `"x"`, bytes: 9_000_000 });
    expect(cache.get("big")).toBeNull();
    cache.put("99", { data: 1, etag: null, bytes: 10 });
    expect(cache.get("99")).toBeNull();
    for (let at = 0; at < 3; at += 1) cache.put(`m${at}`, { data: at, etag: `W/"x"`, bytes: 4_000_000 });
    expect([cache.get("m0"), cache.get("m2")?.data]).toEqual([null, 2]);
    cache.put("odd", { data: 1, etag: `"a\r\nb"`, bytes: 1 });
    expect(cache.get("odd")).toBeNull();
  });
});
