"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { type ProductRef, useFavouriteWrite } from "@/lib/client/favourite-queries";
import type { FavouriteList } from "@/lib/contracts/favourites";

type NewListFormProps = {
  label?: string;
  /** What the list holds from the start. */
  items?: readonly ProductRef[];
  onBegun: (list: FavouriteList) => void;
};

export function NewListForm({ label = "New list", items, onBegun }: NewListFormProps) {
  const [name, setName] = useState("");
  const write = useFavouriteWrite();
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || write.isPending) return;
    write.mutate(
      { kind: "create", name: name.trim(), shared: false, items: items ?? [] },
      {
        onSuccess: (list) => {
          setName("");
          if (list) onBegun(list);
        },
      },
    );
  };
  return (
    <form onSubmit={begin} className="flex items-end gap-2 border-t p-2 pt-3">
      <Field
        id="new-favourite-list"
        label={label}
        className="min-w-0 flex-1"
        {...(write.error ? { error: write.error.message } : {})}
      >
        <TextInput
          {...fieldControl("new-favourite-list", { error: write.error?.message })}
          value={name}
          maxLength={80}
          required
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Button type="submit" busy={write.isPending}>
        Begin list
      </Button>
    </form>
  );
}
