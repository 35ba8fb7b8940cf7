"use client";

import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { readSynonyms } from "@/lib/client/settings-queries";

type ImportSynonymsDialogProps = {
  onClose: () => void;
  onRead: (groups: readonly (readonly string[])[], how: "add" | "replace") => void;
};

/** Reads a file into the page; nothing is saved by it. */
export function ImportSynonymsDialog({ onClose, onRead }: ImportSynonymsDialogProps) {
  const id = useId();
  const read = useMutation({ mutationFn: async (file: File) => readSynonyms(await file.text()) });
  const groups = read.data?.groups ?? [];
  const problems = read.data?.problems ?? [];
  const usable = groups.length > 0 && problems.length === 0;
  const take = (how: "add" | "replace") => {
    onRead(groups, how);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import synonyms"
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!usable} onClick={() => take("add")}>
            Add to the list
          </Button>
          <Button tone="primary" disabled={!usable} onClick={() => take("replace")}>
            Replace the list
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field id={`${id}-file`} label="CSV file" hint="One group to a row, one word or phrase to a cell">
          <input
            {...fieldControl(`${id}-file`, { hint: true })}
            type="file"
            accept=".csv,text/csv"
            className="control h-auto! py-1.5"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) read.mutate(file);
            }}
          />
        </Field>
        {read.error ? (
          <Notice tone="loss" role="alert">
            {read.error.message}
          </Notice>
        ) : null}
        {read.data && groups.length === 0 ? <Notice tone="low">This file holds no groups.</Notice> : null}
        {problems.length > 0 ? (
          <Notice tone="low" role="alert" title="Mend the file first">
            {problems.map(({ row, message }) => (
              <p key={`${row} ${message}`}>
                Row {row}: {message}
              </p>
            ))}
          </Notice>
        ) : null}
        <output className="block">
          {usable ? (
            <Notice tone="good">
              {formatCount(groups.length, "group")} can be taken into the page. Nothing is saved before you save there.
            </Notice>
          ) : null}
        </output>
      </div>
    </Dialog>
  );
}
