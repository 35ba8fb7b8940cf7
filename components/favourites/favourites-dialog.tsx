"use client";

import { useQuery } from "@tanstack/react-query";
import { NewListForm } from "@/components/favourites/new-list-form";
import type { FavouriteWish } from "@/components/favourites/open-favourites";
import { address } from "@/components/ui/address";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { favouriteListsQuery, isOn, useFavouriteWrite } from "@/lib/client/favourite-queries";
import type { FavouriteList } from "@/lib/contracts/favourites";

type FavouritesDialogProps = { wish: FavouriteWish | null; onClose: () => void };

/** Ticks put the products on a list at once; a new list is named here and holds them from the start. */
export default function FavouritesDialog({ wish, onClose }: FavouritesDialogProps) {
  const products = wish?.products ?? [];
  const [first] = products;
  const what = products.length === 1 && first ? first.name : formatCount(products.length, "product");
  const { data: lists, error } = useQuery({ ...favouriteListsQuery, enabled: wish !== null });
  const write = useFavouriteWrite();
  const own = lists?.filter((list) => list.own);
  const toggle = (list: FavouriteList, on: boolean) =>
    write.mutate(
      { kind: "items", id: list.id, ...(on ? { add: products } : { remove: products }) },
      { onSuccess: () => announce(on ? `${what} is on ${list.name}` : `${what} is off ${list.name}`) },
    );
  return (
    <Dialog
      open={wish !== null}
      onClose={onClose}
      title="Favourite lists"
      actions={
        <>
          <ButtonLink href={address("/favourites")} tone="quiet" onClick={onClose}>
            All lists
          </ButtonLink>
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          <strong>{what}</strong>
        </p>
        {(error ?? write.error) ? (
          <Notice tone="loss" role="alert">
            {(error ?? write.error)?.message}
          </Notice>
        ) : null}
        {own ? null : <Skeleton className="h-16" />}
        {own && own.length > 0 ? (
          <fieldset>
            <legend className="text-table text-ink-muted mb-1">On these lists of yours</legend>
            <ul className="grid">
              {own.map((list) => (
                <li key={list.id}>
                  <ListChoice list={list} products={products} onChange={(on) => toggle(list, on)} />
                </li>
              ))}
            </ul>
          </fieldset>
        ) : null}
        {own ? (
          <NewListForm
            label={own.length === 0 ? "Name your first list" : "New list"}
            items={products}
            onBegun={(list) => announce(`${what} is on ${list.name}`)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

type ListChoiceProps = {
  list: FavouriteList;
  products: FavouriteWish["products"];
  onChange: (on: boolean) => void;
};

function ListChoice({ list, products, onChange }: ListChoiceProps) {
  const held = products.filter((product) => isOn(list, product)).length;
  const isAll = held === products.length;
  return (
    <label className="menu-item">
      <input
        type="checkbox"
        className="check"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = held > 0 && !isAll;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 flex-1 truncate">{list.name}</span>
      <span className="text-table text-ink-muted">
        {list.shared ? "shared · " : ""}
        {formatCount(list.products.length, "product")}
      </span>
    </label>
  );
}
