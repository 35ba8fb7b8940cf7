import { synonymProblems } from "@/lib/domain/catalog/text/check-synonyms";

/** A group as it is typed: its entries parted by commas. The id keeps its place while others come and go. */
export type GroupDraft = { readonly id: string; readonly text: string };

let made = 0;

export function newGroup(text = ""): GroupDraft {
  made += 1;
  return { id: `group-${made}`, text };
}

export function draftOfGroups(groups: readonly (readonly string[])[]): GroupDraft[] {
  return groups.map((group, i) => ({ id: `stored-${i}`, text: group.join(", ") }));
}

export function entriesOf({ text }: GroupDraft): string[] {
  return text
    .split(/[,;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

export function groupsOf(drafts: readonly GroupDraft[]): string[][] {
  return drafts.map(entriesOf);
}

/** By id of the group. */
export function draftProblems(drafts: readonly GroupDraft[]): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const { group, message } of synonymProblems(groupsOf(drafts))) {
    const id = drafts[group]?.id;
    if (id !== undefined && !problems.has(id)) problems.set(id, message);
  }
  return problems;
}

/** "body.groups.3.1" → the id of the fourth group. */
export function groupAtPath(drafts: readonly GroupDraft[], path: string): string | null {
  const [, place = ""] = /^groups\.(\d+)/.exec(path) ?? [];
  return drafts[Number.parseInt(place, 10)]?.id ?? null;
}
