"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { chipsOf, type Chip } from "@/components/catalog/chips";
import { catalogFilter, catalogHref, cleared } from "@/components/catalog/search-params";
import { focusTotal } from "@/components/catalog/focus-total";
import { DidYouMean } from "@/components/catalog/did-you-mean";
import { SoftLink } from "@/components/catalog/soft-link";
import type { Catalog } from "@/components/catalog/use-catalog";
import { ButtonLink } from "@/components/ui/button-link";
import { address } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { HoverLink } from "@/components/ui/hover-link";
import { productCountQuery } from "@/lib/client/catalog-queries";
import { suggestQuery } from "@/lib/client/suggest-queries";

const NEAREST_MAX = 5;

/** Nothing matches: the query, the filters in force, and what taking each away would bring. */
export function CatalogEmpty({ catalog }: { catalog: Catalog }) {
  const { state, list, change } = catalog;
  if (list?.catalogTotal === 0) {
    return (
      <EmptyState
        title="No catalog yet"
        action={
          <ButtonLink href={address("/status")} tone="primary">
            See the vendors
          </ButtonLink>
        }
      >
        <p>The catalog is our own copy of what the vendors offer. It fills with the first sync.</p>
      </EmptyState>
    );
  }
  const chips: Chip[] = chipsOf(state, list);
  if (state.q) chips.unshift({ key: "q", text: `the words “${state.q}”`, without: { q: null } });
  return (
    <EmptyState
      title="No product matches"
      action={
        chips.length > 1 ? (
          <SoftLink
            href={catalogHref(state, { ...cleared(), q: null })}
            onFollow={() => {
              change({ ...cleared(), q: null });
              focusTotal();
            }}
            className="btn border-line-strong"
          >
            Show the whole catalog
          </SoftLink>
        ) : null
      }
    >
      <DidYouMean catalog={catalog} />
      {chips.length === 1 && state.q ? <p>No name, part number or keyword has these words.</p> : null}
      <Ways catalog={catalog} chips={chips} />
      {state.q ? <NearestNames words={state.q} /> : null}
    </EmptyState>
  );
}

/** Products called nearly so, whatever the filters. */
function NearestNames({ words }: { words: string }) {
  const { data } = useQuery(suggestQuery(words));
  const products = data?.filter(({ kind }) => kind === "product").slice(0, NEAREST_MAX) ?? [];
  if (products.length === 0) return null;
  return (
    <>
      <p className="mt-4">Nearest by name, whatever the filters:</p>
      <ul className="mt-1.5 grid gap-1.5">
        {products.map(({ path, label, detail }) => (
          <li key={path}>
            <HoverLink href={address(path)} className="link">
              {label}
            </HoverLink>
            <span className="part-number text-ink-muted text-caption block">{detail}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ways({ catalog: { state, change }, chips }: { catalog: Catalog; chips: readonly Chip[] }) {
  const counts = useQueries({
    queries: chips.map((chip) => productCountQuery(catalogFilter({ ...state, ...withoutNull(chip.without) }))),
  });
  const ways = chips.map((chip, index) => ({ chip, count: counts[index]?.data })).filter(({ count }) => count !== 0);
  if (ways.length === 0) return <p>Nothing has all of this at once, nor with any one of it taken away.</p>;
  return (
    <>
      {chips.length > 1 ? <p>Nothing has all of this at once. Taking one away helps:</p> : null}
      <ul className="mt-3 grid gap-1.5">
        {ways.map(({ chip, count }) => (
          <li key={chip.key}>
            <SoftLink
              href={catalogHref(state, chip.without)}
              onFollow={() => {
                change(chip.without);
                focusTotal();
              }}
              className="link"
            >
              Remove {chip.text}
              {count === undefined ? "" : ` and see ${formatCount(count, "product")}`}
            </SoftLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A change as a state: an emptied query is no words, an emptied list no values. */
function withoutNull(change: Chip["without"]): Partial<Catalog["state"]> {
  const { q, ...rest } = change;
  return { ...rest, ...(q === null ? { q: "" } : {}) } as Partial<Catalog["state"]>;
}
