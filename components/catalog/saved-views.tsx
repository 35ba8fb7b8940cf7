"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { catalogHref, type CatalogState } from "@/components/catalog/search-params";
import { isSameSearch } from "@/components/catalog/same-search";
import { address } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { savedViewsQuery } from "@/lib/client/saved-view-queries";

const SavedViewsDialog = dynamic(() => import("@/components/catalog/saved-views-dialog"), { ssr: false });

/** Each saved view is one press away; which of them is on screen is marked. */
export function SavedViewTabs({ state }: { state: CatalogState }) {
  const { data: views = [] } = useQuery(savedViewsQuery);
  if (views.length === 0) return null;
  const shown = searchOf(state);
  return (
    <nav
      aria-label="Saved views"
      className="flex gap-x-1 overflow-x-auto overscroll-x-contain border-b px-3 [scrollbar-width:thin]"
    >
      <Tab href="/catalog" current={shown === ""}>
        All products
      </Tab>
      {views.map((view) => (
        <Tab
          key={view.id}
          href={`/catalog?${view.search}`}
          current={isSameSearch(shown, view.search)}
          title={view.own ? undefined : `Shared by ${view.ownerName}`}
        >
          {view.name}
        </Tab>
      ))}
    </nav>
  );
}

type TabProps = { href: string; current: boolean; title?: string | undefined; children: string };

function Tab({ href, current, title, children }: TabProps) {
  const tab = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Many views are one row that moves sideways; the one on screen is in sight.
    const row = tab.current?.parentElement;
    if (current && row && tab.current) row.scrollLeft = tab.current.offsetLeft - row.clientWidth / 2;
  }, [current]);
  return (
    <Link
      ref={tab}
      href={address(href)}
      prefetch={false}
      title={title}
      aria-current={current ? "page" : undefined}
      className="text-ink-muted hover:text-ink text-table aria-[current]:border-accent aria-[current]:text-ink max-w-60 flex-none truncate border-b-2 border-transparent px-2 py-2 font-medium"
    >
      {children}
    </Link>
  );
}

type SavedViewsButtonProps = {
  state: CatalogState;
  /** The columns on screen where they are not the usual ones: they belong to the view. */
  columns: CatalogState["columns"];
  total: number;
  onSaved: () => void;
};

export function SavedViewsButton({ state, columns, total, onSaved }: SavedViewsButtonProps) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
      >
        <Bookmark aria-hidden="true" />
        Views
      </Button>
      {used ? (
        <SavedViewsDialog
          open={open}
          search={searchOf({ ...state, columns })}
          total={total}
          onSaved={onSaved}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function searchOf(state: CatalogState): string {
  return catalogHref(state).split("?")[1] ?? "";
}
