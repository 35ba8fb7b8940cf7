import { expect, test } from "vitest";
import { draftOfGroups, draftProblems, groupAtPath, groupsOf, newGroup } from "@/components/settings/synonym-draft";

test("a group is typed as entries parted by commas and comes back as it was", () => {
  const groups = [
    ["o365", "Office 365"],
    ["e-sign", "electronic signature"],
  ];
  expect(groupsOf(draftOfGroups(groups))).toEqual(groups);
  expect(groupsOf([newGroup(" vm ,, virtual machine; ")])).toEqual([["vm", "virtual machine"]]);
});

test("each group's first problem is found by its id, and so is what the server refused", () => {
  const drafts = [newGroup("vm, virtual machine"), newGroup("365, alone"), newGroup("alone")];
  const problems = draftProblems(drafts);
  expect([...problems.keys()]).toEqual([drafts[1]?.id, drafts[2]?.id]);
  expect(groupAtPath(drafts, "groups.2.0")).toBe(drafts[2]?.id);
  expect(groupAtPath(drafts, "groups")).toBeNull();
});
