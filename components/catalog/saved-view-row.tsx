import { Lock, Pencil, Replace, Trash2, Undo2, Users, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { isSameSearch } from "@/components/catalog/same-search";
import { viewWords } from "@/components/catalog/view-words";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import type { SavedViewWrite } from "@/lib/client/saved-view-queries";
import type { SavedView } from "@/lib/contracts/saved-views";

type SavedViewRowProps = {
  view: SavedView;
  search: string;
  busy: boolean;
  onWrite: (write: SavedViewWrite) => void;
  onDelete: () => void;
  onOpen: () => void;
};

/** A view to open; its owner renames it, shares it, lets it stand for the list on screen, or deletes it. */
export function SavedViewRow({ view, search, busy, onWrite, onDelete, onOpen }: SavedViewRowProps) {
  const [renaming, setRenaming] = useState<"not yet" | "now" | "done">("not yet");
  const [replaced, setReplaced] = useState<string | null>(null);
  const { id, name, own, shared } = view;
  const change = (part: { name?: string; shared?: boolean; search?: string }) =>
    onWrite({ kind: "change", id, ...part });
  if (renaming === "now") {
    return (
      <li className="py-2">
        <RenameForm
          name={name}
          onDone={(next) => {
            setRenaming("done");
            if (next !== null && next !== name) change({ name: next });
          }}
        />
      </li>
    );
  }
  const setTo = (next: string, before: string | null) => {
    setReplaced(before);
    change({ search: next });
  };
  return (
    <li className="flex items-center gap-x-3 py-2" aria-busy={busy || undefined}>
      <span className="grid min-w-0 flex-1">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <Link
            href={address(`/catalog?${view.search}`)}
            prefetch={false}
            className="link min-w-0 font-medium break-words"
            onClick={onOpen}
          >
            {name}
          </Link>
          {own ? shared ? <Badge>shared</Badge> : null : <Badge>{`by ${view.ownerName}`}</Badge>}
        </span>
        <span className="text-table text-ink-muted break-words">{viewWords(view.search) || "The whole catalog"}</span>
      </span>
      {own ? (
        <span className="flex flex-none gap-1">
          {replaced === null ? (
            isSameSearch(view.search, search) ? null : (
              <RowAct
                icon={Replace}
                words="Set to this list"
                name={name}
                busy={busy}
                onClick={() => setTo(search, view.search)}
              />
            )
          ) : (
            <RowAct icon={Undo2} words="Undo set" name={name} busy={busy} onClick={() => setTo(replaced, null)} />
          )}
          <RowAct
            icon={Pencil}
            words="Rename"
            name={name}
            hasFocus={renaming === "done"}
            onClick={() => setRenaming("now")}
          />
          <RowAct
            icon={shared ? Lock : Users}
            words={shared ? "Keep to myself" : "Share"}
            name={name}
            busy={busy}
            onClick={() => change({ shared: !shared })}
          />
          <RowAct icon={Trash2} words="Delete" name={name} busy={busy} onClick={onDelete} />
        </span>
      ) : null}
    </li>
  );
}

type RowActProps = {
  icon: LucideIcon;
  words: string;
  name: string;
  busy?: boolean;
  hasFocus?: boolean;
  onClick: () => void;
};

function RowAct({ icon: Icon, words, name, busy, hasFocus, onClick }: RowActProps) {
  return (
    <Button
      size="small"
      tone="quiet"
      className="max-sm:px-1!"
      aria-label={`${words}: ${name}`}
      title={words}
      aria-disabled={busy || undefined}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form that was closed stood here
      autoFocus={hasFocus}
      onClick={busy ? undefined : onClick}
    >
      <Icon aria-hidden="true" className="sm:hidden" />
      <span className="max-sm:sr-only">{words}</span>
    </Button>
  );
}

function RenameForm({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onDone(text.trim());
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-2">
      <TextInput
        aria-label={`New name of ${name}`}
        className="min-w-48 flex-1"
        value={text}
        required
        maxLength={60}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" tone="primary">
        Rename
      </Button>
      <Button onClick={() => onDone(null)}>Cancel</Button>
    </form>
  );
}
