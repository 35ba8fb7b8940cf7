import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/query-client";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what a page was made with on the server leaves no timer behind that would hold the request", () => {
  makeQueryClient().setQueryData(["list"], { items: [] });
  expect(vi.getTimerCount()).toBe(0);
});
