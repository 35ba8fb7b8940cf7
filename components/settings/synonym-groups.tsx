import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { GroupDraft } from "@/components/settings/synonym-draft";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextInput } from "@/components/ui/field";

type SynonymGroupsProps = {
  drafts: readonly GroupDraft[];
  /** By id of the group. */
  problems: ReadonlyMap<string, string>;
  mayWrite: boolean;
  onChange: (id: string, text: string) => void;
  onRemove: (id: string) => void;
};

/** One field per group, entries parted by commas. */
export function SynonymGroups({ drafts, problems, mayWrite, onChange, onRemove }: SynonymGroupsProps) {
  const list = useFocusOnAdded(drafts.length);
  if (drafts.length === 0) {
    return (
      <EmptyState heading="h3" title="No groups">
        Every word is searched as it is written.
      </EmptyState>
    );
  }
  return (
    <ul ref={list} className="grid">
      {drafts.map(({ id, text }, i) => {
        const problem = problems.get(id);
        const name = `Group ${i + 1}`;
        return (
          <li key={id} className="grid gap-1 px-4 py-2 not-last:border-b">
            {mayWrite ? (
              <div className="flex items-center gap-2">
                <TextInput
                  id={id}
                  aria-label={name}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `${id}-error` : undefined}
                  className="min-w-0 flex-1 scroll-my-28"
                  autoComplete="off"
                  placeholder="Words or phrases, parted by commas"
                  value={text}
                  onChange={(event) => onChange(id, event.target.value)}
                />
                <Button tone="quiet" square aria-label={`Remove group ${i + 1}`} onClick={() => onRemove(id)}>
                  <X aria-hidden="true" />
                </Button>
              </div>
            ) : (
              <p>{text}</p>
            )}
            {problem ? (
              <p id={`${id}-error`} className="text-table text-loss font-medium">
                {problem}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** A group that was just added is where one goes on typing. */
function useFocusOnAdded(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count === before.current + 1) list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
    before.current = count;
  }, [count]);
  return list;
}
