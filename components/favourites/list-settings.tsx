"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { COMPARED_MAX, compareHref } from "@/components/compare/compare-search";
import { ExportMenu } from "@/components/export/export-menu";
import { CopyLink } from "@/components/product/copy-link";
import { address } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { Field, fieldControl, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { useExportSelection } from "@/lib/client/bulk-queries";
import { useFavouriteWrite } from "@/lib/client/favourite-queries";
import type { FavouriteDetail, FavouriteList } from "@/lib/contracts/favourites";

type ListSettingsProps = { list: FavouriteList; products: FavouriteDetail["items"] };

/** Compare, export, link and, for the owner, name, sharing and deletion; for others a copy of their own. */
export function ListSettings({ list, products }: ListSettingsProps) {
  const [open, setOpen] = useState(false);
  const copy = useFavouriteWrite();
  const router = useRouter();
  const there = products.filter(({ product }) => product !== null);
  return (
    <>
      {there.length > 1 && there.length <= COMPARED_MAX ? (
        <ButtonLink href={compareHref(there.map(({ vendor, key }) => ({ vendor, key, plan: null })))}>
          Compare
        </ButtonLink>
      ) : null}
      {there.length > 0 ? <ListExport products={there} /> : null}
      {list.shared ? <CopyLink path={`/favourites?list=${list.id}`} /> : null}
      {list.own ? (
        <Button onClick={() => setOpen(true)}>Edit list</Button>
      ) : (
        <Button
          busy={copy.isPending}
          onClick={() =>
            copy.mutate(
              { kind: "create", name: `${list.name} (copy)`.slice(0, 80), shared: false, items: there },
              {
                onSuccess: (made) => router.push(address(`/favourites?list=${made?.id ?? ""}`)),
                onError: (error) => toast(error.message, { tone: "loss" }),
              },
            )
          }
        >
          Copy to mine
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title="Edit list">
        <EditForm list={list} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ListExport({ products }: { products: FavouriteDetail["items"] }) {
  const file = useExportSelection();
  return (
    <ExportMenu
      label={
        <>
          <Download aria-hidden="true" />
          {file.isPending ? "Exporting…" : "Export"}
        </>
      }
      onExport={(format) =>
        file.mutate({ products, format }, { onError: (error) => toast(error.message, { tone: "loss" }) })
      }
    />
  );
}

function EditForm({ list, onDone }: { list: FavouriteList; onDone: () => void }) {
  const [before] = useState(list);
  const [name, setName] = useState(before.name);
  const [shared, setShared] = useState(before.shared);
  const [deleting, setDeleting] = useState(false);
  const write = useFavouriteWrite();
  const router = useRouter();
  const save = (event: FormEvent) => {
    event.preventDefault();
    // Only what was changed here: the same list may have been changed in another window meanwhile.
    const changes = {
      ...(name.trim() === before.name ? {} : { name: name.trim() }),
      ...(shared === before.shared ? {} : { shared }),
    };
    write.mutate({ kind: "change", id: list.id, ...changes }, { onSuccess: onDone });
  };
  const remove = () =>
    write.mutate(
      { kind: "delete", id: list.id },
      {
        onSuccess: () => {
          onDone();
          router.replace(address("/favourites"));
        },
      },
    );
  return (
    <form className="grid gap-4" onSubmit={save}>
      {write.error ? (
        <Notice tone="loss" role="alert">
          {write.error.message}
        </Notice>
      ) : null}
      <Field id="favourite-list-name" label="Name">
        <TextInput
          {...fieldControl("favourite-list-name")}
          value={name}
          required
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="check"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
        The team may read it and add it to their carts
      </label>
      <div className="flex flex-wrap justify-between gap-2 border-t pt-4">
        {deleting ? (
          <Button tone="danger" busy={write.isPending} onClick={remove}>
            Delete “{list.name}” for good
          </Button>
        ) : (
          <Button tone="quiet" onClick={() => setDeleting(true)}>
            Delete list…
          </Button>
        )}
        <Button type="submit" tone="primary" busy={write.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
