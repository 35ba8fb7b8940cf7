"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { SavedViewRow } from "@/components/catalog/saved-view-row";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { savedViewsQuery, useSavedViewWrite } from "@/lib/client/saved-view-queries";
import type { SavedView } from "@/lib/contracts/saved-views";

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
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  const tellDeleted = (view: SavedView) => {
    setDeleted(view);
    announce(`${view.name} deleted`);
  };
  const putBack = ({ name, shared, search: before }: SavedView) =>
    write.mutate({ kind: "create", name, shared, search: before }, { onSuccess: () => setDeleted(null) });
  return (
    <div className="grid gap-4">
      {write.error ? (
        <Notice tone="loss" role="alert">
          {write.error.message}
        </Notice>
      ) : null}
      <NewView
        total={total}
        busy={write.isPending}
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
      {deleted ? (
        <Notice
          actions={
            <Button size="small" busy={write.isPending} onClick={() => putBack(deleted)}>
              Put back
            </Button>
          }
        >
          “{deleted.name}” is deleted.
        </Notice>
      ) : null}
      {views.length === 0 ? null : (
        <ul aria-label="Views" className="divide-y border-t">
          {views.map((view) => (
            <SavedViewRow
              key={view.id}
              view={view}
              search={search}
              busy={write.isPending}
              onWrite={(change) => write.mutate(change)}
              onDelete={() => write.mutate({ kind: "delete", id: view.id }, { onSuccess: () => tellDeleted(view) })}
              onOpen={onClose}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type NewViewProps = { total: number; busy: boolean; onSave: (name: string, shared: boolean) => void };

function NewView({ total, busy, onSave }: NewViewProps) {
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
        hint={`Its words, filters, order and columns; ${formatCount(total, "product")} today.`}
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
