import { expect, it, vi } from "vitest";

it("is recognised although the bundler loaded its module twice", async () => {
  const first = await import("@/lib/server/app-error");
  vi.resetModules();
  const second = await import("@/lib/server/app-error");
  expect(first.AppError).not.toBe(second.AppError);
  expect(new first.AppError("gone", "It is gone.")).toBeInstanceOf(second.AppError);
  expect(new Error("It is gone.")).not.toBeInstanceOf(second.AppError);
});
