import { describe, expect, it } from "vitest";
import { formRefusal, textOf } from "@/components/quotes/form-refusal";
import { ApiError } from "@/lib/client/api";

const problem = { type: "about:blank", title: "Some values are wrong", status: 422, code: "invalid", requestId: "r1" };

describe("a refused form", () => {
  it("names each entry by its place in the body", () => {
    const errors = [{ path: "body.customer.email", message: "write a mail address" }];
    expect(formRefusal(new ApiError(422, { ...problem, errors }, null), "no")).toEqual({
      message: "Some entries need another look",
      errors: [{ path: "customer.email", message: "write a mail address" }],
    });
  });

  it("says what the server said where no entry is at fault, and something plain for anything else", () => {
    const conflict = { ...problem, code: "conflict", detail: "The quote moved on." };
    expect(formRefusal(new ApiError(409, conflict, null), "no").message).toBe("The quote moved on.");
    expect(formRefusal(new Error("x"), "It was not saved.").message).toBe("It was not saved.");
  });

  it("reads a field without the space around it", () => {
    const form = new FormData();
    form.set("name", "  Sample  ");
    expect([textOf(form, "name"), textOf(form, "other")]).toEqual(["Sample", ""]);
  });
});
