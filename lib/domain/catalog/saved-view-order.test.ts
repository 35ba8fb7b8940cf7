import { expect, test } from "vitest";
import { compareViews } from "@/lib/domain/catalog/saved-view-order";

test("one's own views come first, each part by name and number", () => {
  const view = (name: string, own: boolean) => ({ id: name, name, own });
  const views = [
    view("Week 10", true),
    view("Élan", false),
    view("Zero", false),
    view("Week 2", true),
    view("all", true),
  ];
  expect(views.toSorted(compareViews).map(({ name }) => name)).toEqual(["all", "Week 2", "Week 10", "Élan", "Zero"]);
});
