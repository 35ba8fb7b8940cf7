import { describe, expect, it } from "vitest";
import { withoutCostKeys } from "@/components/shell/desk-view";

describe("an address in customer view", () => {
  it("neither sorts, filters nor shows by cost or margin", () => {
    expect(withoutCostKeys("?q=demo&sort=-margin&marginBand=loss&marginBand=low&costKnown=true")).toBe("?q=demo");
    expect(withoutCostKeys("?columns=vendor.cost.price.margin.markup&vendor=ibm")).toBe(
      "?columns=vendor.price&vendor=ibm",
    );
    expect(withoutCostKeys("?columns=cost.margin")).toBe("");
    expect(withoutCostKeys("?kind=cost&page=2")).toBe("?page=2");
  });

  it("keeps everything else as it is written", () => {
    for (const search of ["", "?q=a+b&sort=-price&columns=vendor.price", "?kind=price", "?q=margin&service=cost"]) {
      expect(withoutCostKeys(search)).toBe(search);
    }
  });
});
