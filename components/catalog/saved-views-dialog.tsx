"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { SavedViewRow } from "@/components/catalog/saved-view-row";
import { viewWords } from "@/components/catalog/view-words";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { savedViewsQuery, useSavedViewWrite } from "@/lib/client/saved-view-queries";
import type { SavedView } from "@/lib/contracts/saved-views";
import { compareViews } from "@/lib/domain/catalog/saved-view-order";

type SavedViewsDialogProps = {
  open: boolean;
  /** The list on screen, as the search of its address. */
  search: string;
  total: number;
  onSaved: () => void;
  onClose: () => void;
};

export default function SavedViewsDialog({ open, onClose, ...present }: SavedViewsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Saved views" wide>
      <SavedViews {...present} onClose={onClose} />
    </Dialog>
  );
}

function SavedViews({ search, total, onSaved, onClose }: Omit<SavedViewsDialogProps, "open">) {
  const { data: views = [] } = useQuery(savedViewsQuery);
  const write = useSavedViewWrite();
  const [deleted, setDeleted] = useState<readonly SavedView[]>([]);
  const rows = [...views, ...deleted].toSorted(compareViews);
  const remove = (view: SavedView) =>
    write.mutate(
      { kind: "delete", id: view.id },
      {
        onSuccess: () => {
          setDeleted((before) => [...before, view]);
          announce(`${view.name} deleted`);
        },
      },
    );
  const putBack = (view: SavedView) => {
    const { name, shared, search: before } = view;
    write.mutate(
      { kind: "create", name, shared, search: before },
      { onSuccess: () => setDeleted((all) => all.filter(({ id }) => id !== view.id)) },
    );
  };
  return (
    <div className="grid gap-4">
      {write.error ? (
        <Notice tone="loss" role="alert">
          {write.error.message}
        </Notice>
      ) : null}
      <NewView
        total={total}
        asks={viewWords(search)}
        busy={write.isPending && write.variables.kind === "create"}
        onSave={(name, shared) =>
          write.mutate(
            { kind: "create", name, shared, search },
            {
              onSuccess: () => {
                announce(`${name} saved`);
                onSaved();
                onClose();
              },
            },
          )
        }
      />
      {rows.length === 0 ? null : (
        <ul aria-label="Views" className="divide-y border-t">
          {rows.map((view) =>
            deleted.includes(view) ? (
              <DeletedRow key={view.id} name={view.name} busy={write.isPending} onPutBack={() => putBack(view)} />
            ) : (
              <SavedViewRow
                key={view.id}
                view={view}
                search={search}
                busy={write.isPending && "id" in write.variables && write.variables.id === view.id}
                onWrite={(change) => write.mutate(change)}
                onDelete={() => remove(view)}
                onOpen={onClose}
              />
            ),
          )}
        </ul>
      )}
    </div>
  );
}

/** Stands where the view stood, with the way back at hand. */
function DeletedRow({ name, busy, onPutBack }: { name: string; busy: boolean; onPutBack: () => void }) {
  return (
    <li className="text-ink-muted flex items-center justify-between gap-3 py-2">
      <span className="min-w-0 break-words">“{name}” is deleted.</span>
      <Button
        size="small"
        busy={busy}
        aria-label={`Put back: ${name}`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
        autoFocus
        onClick={onPutBack}
      >
        Put back
      </Button>
    </li>
  );
}

type NewViewProps = { total: number; asks: string; busy: boolean; onSave: (name: string, shared: boolean) => void };

function NewView({ total, asks, busy, onSave }: NewViewProps) {
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !busy) onSave(name.trim(), shared);
  };
  return (
    <form onSubmit={save} className="grid gap-3">
      <Field
        id="saved-view-name"
        label="Save the list on screen as"
        hint={`${asks || "The whole catalog"}; ${formatCount(total, "product")} today.`}
      >
        <TextInput
          {...fieldControl("saved-view-name", { hint: true })}
          value={name}
          required
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="check"
            checked={shared}
            onChange={(event) => setShared(event.target.checked)}
          />
          Share it with the team
        </label>
        <Button type="submit" tone="primary" busy={busy}>
          Save view
        </Button>
      </div>
    </form>
  );
}
