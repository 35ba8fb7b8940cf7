"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FavouriteListPanel } from "@/components/favourites/favourite-list-panel";
import { NewListForm } from "@/components/favourites/new-list-form";
import { address } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { favouriteListsQuery } from "@/lib/client/favourite-queries";
import type { FavouriteList } from "@/lib/contracts/favourites";
import Link from "next/link";

type FavouritesScreenProps = {
  initial: readonly FavouriteList[];
  chosen: string | null;
  mayReadCosts: boolean;
  /** The vendors' names by id. */
  labels: Readonly<Record<string, string>>;
};

/** Lists at the left, the chosen one's products at the right; its address can be sent to the team. */
export function FavouritesScreen({ initial, chosen, mayReadCosts, labels }: FavouritesScreenProps) {
  const { data } = useQuery({ ...favouriteListsQuery, initialData: [...initial] });
  const [begun, setBegun] = useState<string | null>(null);
  const shown = data.find(({ id }) => id === (begun ?? chosen)) ?? (chosen === null ? data[0] : undefined);
  const own = data.filter((list) => list.own);
  const shared = data.filter((list) => !list.own);
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-5 lg:px-6">
      <h1 className="text-heading font-strong mb-4">Favourites</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <nav aria-label="Favourite lists" className="panel grid gap-1 p-2">
          <ListLinks title="Yours" lists={own} shown={shown?.id} onChoose={() => setBegun(null)} />
          <ListLinks title="Shared with the team" lists={shared} shown={shown?.id} onChoose={() => setBegun(null)} />
          <NewListForm onBegun={(list) => setBegun(list.id)} />
        </nav>
        {shown ? (
          <FavouriteListPanel key={shown.id} list={shown} mayReadCosts={mayReadCosts} labels={labels} />
        ) : (
          <div className="panel">
            <EmptyState
              title={chosen === null ? "No list yet" : "There is no such list"}
              action={<ButtonLink href={address("/catalog")}>Browse the catalog</ButtonLink>}
            >
              <p>
                {chosen === null
                  ? "Name one here, or press the star of a product."
                  : "It was deleted, or its owner keeps it private."}
              </p>
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}

type ListLinksProps = {
  title: string;
  lists: readonly FavouriteList[];
  shown: string | undefined;
  onChoose: () => void;
};

function ListLinks({ title, lists, shown, onChoose }: ListLinksProps) {
  if (lists.length === 0) return null;
  return (
    <>
      <h2 className="text-caption text-ink-muted px-2.5 pt-1.5 font-medium">{title}</h2>
      <ul className="grid">
        {lists.map((list) => (
          <li key={list.id}>
            <Link
              href={address(`/favourites?list=${list.id}`)}
              prefetch={false}
              onClick={onChoose}
              aria-current={list.id === shown ? "true" : undefined}
              className="menu-item aria-[current]:bg-accent-wash aria-[current]:text-accent"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{list.name}</span>
              {list.own && list.shared ? <Badge>shared</Badge> : null}
              <span className="text-caption text-ink-muted figures">
                {list.own ? formatCount(list.products.length, "product") : list.ownerName}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
