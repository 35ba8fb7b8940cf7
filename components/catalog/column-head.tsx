"use client";

import { flexRender, type Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { catalogHref, type CatalogState } from "@/components/catalog/search-params";
import { SoftLink } from "@/components/catalog/soft-link";
import type { tableParts } from "@/components/catalog/table-parts";
import type { Catalog } from "@/components/catalog/use-catalog";
import type { ProductSummary } from "@/lib/contracts/catalog";

type ColumnHeadProps = Pick<Catalog, "state" | "change"> & {
  header: Header<typeof tableParts, ProductSummary>;
  currency: string | null;
};

/** Pressed once it sorts up, then down, then not at all. */
export function ColumnHead({ header, state, change, currency }: ColumnHeadProps) {
  const { id, columnDef } = header.column;
  const meta = columnDef.meta;
  const shared = {
    scope: "col",
    "data-column": id,
    "data-pinned": header.column.getIsPinned() || undefined,
    className: meta?.figures ? "num" : undefined,
  } as const;
  if (id === "select") return <th {...shared}>{flexRender(columnDef.header, header.getContext())}</th>;
  if (id === "add") {
    return (
      <th {...shared}>
        <span className="sr-only">{meta?.title}</span>
      </th>
    );
  }
  const note = meta?.note?.(currency);
  const title = (
    <>
      {meta?.title}
      {note ? <span className="text-ink-faint font-body"> {note}</span> : null}
    </>
  );
  if (!meta?.sort) return <th {...shared}>{title}</th>;
  const direction = directionOf(state, meta.sort);
  const next = direction === "ascending" ? (`-${meta.sort}` as const) : direction === "descending" ? null : meta.sort;
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th {...shared} aria-sort={direction}>
      <SoftLink
        href={catalogHref(state, { sort: next })}
        onFollow={() => change({ sort: next })}
        title={`Sort by ${meta.title.toLowerCase()}: ${nextWords[direction]}`}
        className="hover:text-ink group/sort inline-flex min-h-6 items-center gap-1"
      >
        {title}
        <Arrow
          aria-hidden="true"
          className={`size-3! ${direction === "none" ? "opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60" : "text-accent"}`}
        />
      </SoftLink>
    </th>
  );
}

const nextWords = { none: "low first", ascending: "high first", descending: "off" } as const;

function directionOf({ sort }: CatalogState, name: string): "ascending" | "descending" | "none" {
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : "none";
}
