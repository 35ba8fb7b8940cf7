"use client";

import { ShoppingCart } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CartReport } from "@/components/favourites/cart-report";
import { FavouriteTable } from "@/components/favourites/favourite-table";
import { ListSettings } from "@/components/favourites/list-settings";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { PricesAsOf } from "@/components/ui/freshness";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useActiveCart, useCreateCart } from "@/lib/client/active-cart-queries";
import { favouriteDetailQuery, useAddListToCart, useFavouriteWrite } from "@/lib/client/favourite-queries";
import type { FavouriteDetail, FavouriteList, ListToCart } from "@/lib/contracts/favourites";

type FavouriteListPanelProps = { list: FavouriteList; mayReadCosts: boolean; labels: Readonly<Record<string, string>> };

type Item = FavouriteDetail["items"][number];

export function FavouriteListPanel({ list, mayReadCosts, labels }: FavouriteListPanelProps) {
  const { data: detail, error, refetch } = useQuery(favouriteDetailQuery(list.id));
  const write = useFavouriteWrite();
  const toCart = useListToCart(list);
  const [taken, setTaken] = useState<Item | null>(null);
  const change = (item: Item, move: "add" | "remove") =>
    write.mutate(
      { kind: "items", id: list.id, [move]: [item] },
      {
        onSuccess: () => {
          setTaken(move === "remove" ? item : null);
          announce(`${item.name} is ${move === "remove" ? "off" : "on"} the list`);
        },
        onError: (refusal) => toast(refusal.message, { tone: "loss" }),
      },
    );
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <Panel aria-labelledby="list-name">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-3">
          <div className="min-w-48 flex-1">
            <h2 id="list-name" className="text-title font-strong">
              {list.name}
            </h2>
            <p className="text-table text-ink-muted">
              {formatCount(list.products.length, "product")} ·{" "}
              {list.own ? (list.shared ? "the team may read it" : "only you see it") : `shared by ${list.ownerName}`}
            </p>
          </div>
          <ListSettings list={list} products={detail?.items ?? []} />
          {list.products.length > 0 ? (
            <Button tone="primary" busy={toCart.isBusy} onClick={toCart.add}>
              <ShoppingCart aria-hidden="true" />
              Add list to cart
            </Button>
          ) : null}
        </header>
        {error ? (
          <Notice
            tone="loss"
            role="alert"
            className="m-4"
            actions={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        ) : null}
        {detail || error ? null : <Skeleton className="m-4 h-40" />}
        {detail && detail.items.length > 0 ? (
          <FavouriteTable
            items={detail.items}
            mayReadCosts={mayReadCosts}
            onRemove={list.own ? (item) => change(item, "remove") : null}
          />
        ) : null}
        {detail?.items.length === 0 ? (
          <EmptyState title="This list is empty" heading="h3">
            <p>Press the star of a product in the catalog to put it here.</p>
          </EmptyState>
        ) : null}
      </Panel>
      {taken ? (
        <TakenOff
          key={`${taken.vendor}/${taken.key}`}
          item={taken}
          busy={write.isPending}
          onPutBack={() => change(taken, "add")}
        />
      ) : null}
      {detail && detail.items.length > 0 ? <PricesAsOf sources={sourcesOf(detail, labels)} /> : null}
      {toCart.error ? (
        <Notice tone="loss" role="alert">
          {toCart.error}
        </Notice>
      ) : null}
      {toCart.report ? <CartReport report={toCart.report} onClose={toCart.forget} /> : null}
    </div>
  );
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

type TakenOffProps = { item: Item; busy: boolean; onPutBack: () => void };

/** The row and its button are gone; the way back stands here, with the focus. What the vendor took away cannot come back. */
function TakenOff({ item, busy, onPutBack }: TakenOffProps) {
  return (
    <Notice
      tone="neutral"
      actions={
        item.product ? (
          <Button busy={busy} onClick={onPutBack} ref={takeFocus}>
            Put back
          </Button>
        ) : null
      }
    >
      {item.name} is off the list.
    </Notice>
  );
}

function sourcesOf({ asOf, items }: FavouriteDetail, labels: Readonly<Record<string, string>>) {
  return Object.entries(asOf)
    .filter(([vendor]) => items.some((item) => item.vendor === vendor))
    .map(([vendor, at]) => ({ label: labels[vendor] ?? vendor, asOf: at }));
}

/** Into the active cart; without one, a cart named like the list is begun. */
function useListToCart(list: FavouriteList) {
  const { active } = useActiveCart();
  const create = useCreateCart();
  const toCart = useAddListToCart();
  const [report, setReport] = useState<ListToCart | null>(null);
  const into = (cartId: string) =>
    toCart.mutate(
      { id: list.id, cartId },
      {
        onSuccess: (made) => {
          setReport(made);
          announce(`${made.added} of ${formatCount(made.rows.length, "product")} added to ${made.cart.name}`);
        },
      },
    );
  return {
    report,
    isBusy: toCart.isPending || create.isPending,
    error: (toCart.error ?? create.error)?.message ?? null,
    forget: () => setReport(null),
    add: () => {
      setReport(null);
      if (active) into(active.id);
      else create.mutate({ name: list.name, currency: "USD" }, { onSuccess: (cart) => into(cart.id) });
    },
  };
}
