import { describe, expect, it } from "vitest";
import { fixLabel, problemSentence } from "@/components/carts/problem-words";

const line = { id: "a", name: "Extra File Storage" };
const fix = { id: "f", label: "Remove Extra File Storage", adds: [], changes: [], removes: ["a"] };

describe("a problem right under its line", () => {
  it("does not repeat the line's name", () => {
    expect(problemSentence(line, { message: "Extra File Storage needs E1" })).toBe("Needs E1");
    expect(problemSentence(line, { message: "The maximum is 5" })).toBe("The maximum is 5");
    expect(problemSentence(line, { message: "Extra File Storages collide" })).toBe("Extra File Storages collide");
  });
});

describe("a fix", () => {
  it("that only removes this line says so", () => {
    expect(fixLabel(line, fix)).toBe("Remove this line");
  });

  it("keeps its own words when it does anything else", () => {
    expect(fixLabel(line, { ...fix, removes: ["a", "b"] })).toBe(fix.label);
    expect(fixLabel(line, { ...fix, removes: ["b"] })).toBe(fix.label);
    expect(fixLabel(line, { ...fix, changes: [{ lineId: "b", quantity: "2" }] })).toBe(fix.label);
  });
});
