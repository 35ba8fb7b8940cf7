import Link from "next/link";
import { useState, type FormEvent } from "react";
import { isSameSearch } from "@/components/catalog/same-search";
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
  const [renaming, setRenaming] = useState(false);
  const { id, name, own, shared } = view;
  const change = (part: { name?: string; shared?: boolean; search?: string }) =>
    onWrite({ kind: "change", id, ...part });
  if (renaming) {
    return (
      <li className="py-2">
        <RenameForm
          name={name}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null && next !== name) change({ name: next });
          }}
        />
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Link
        href={address(`/catalog?${view.search}`)}
        prefetch={false}
        className="link min-w-0 flex-1 basis-48 break-words font-medium"
        onClick={onOpen}
      >
        {name}
      </Link>
      {own ? shared ? <Badge>shared</Badge> : null : <Badge>{`by ${view.ownerName}`}</Badge>}
      {own ? (
        <div className="flex flex-wrap gap-1">
          <RowAct words="Rename" name={name} onClick={() => setRenaming(true)} />
          <RowAct
            words={shared ? "Keep to myself" : "Share"}
            name={name}
            busy={busy}
            onClick={() => change({ shared: !shared })}
          />
          {isSameSearch(view.search, search) ? null : (
            <RowAct words="Set to this list" name={name} busy={busy} onClick={() => change({ search })} />
          )}
          <RowAct words="Delete" name={name} busy={busy} onClick={onDelete} />
        </div>
      ) : null}
    </li>
  );
}

type RowActProps = { words: string; name: string; busy?: boolean; onClick: () => void };

function RowAct({ words, name, busy, onClick }: RowActProps) {
  return (
    <Button size="small" tone="quiet" aria-label={`${words}: ${name}`} busy={busy} onClick={onClick}>
      {words}
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
