import { X } from "lucide-react";
import Link from "next/link";
import { filterWords } from "@/components/changes/change-words";
import { changesHref, type ChangesSearch } from "@/components/changes/changes-search";
import { formatNumber } from "@/components/ui/format";
import type { ChangeFilterName } from "@/lib/contracts/changes";

type ChangesFilterProps = {
  search: ChangesSearch;
  vendors: readonly { vendor: string; label: string }[];
  counts: readonly (readonly [ChangeFilterName, number])[];
  /** Of all kinds together. */
  all: number;
};

/** Kinds as links and the rest as a plain form: the address holds what is shown. */
export function ChangesFilter({ search, vendors, counts, all }: ChangesFilterProps) {
  const countOf = new Map(counts);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <search>
        <form method="get" action="/changes" className="flex flex-wrap gap-2">
          {search.kind ? <input type="hidden" name="kind" value={search.kind} /> : null}
          {search.sync ? <input type="hidden" name="sync" value={search.sync} /> : null}
          {search.product ? <input type="hidden" name="product" value={search.product} /> : null}
          <input
            type="search"
            name="q"
            defaultValue={search.q}
            aria-label="Search changes"
            placeholder="Product or part number"
            className="control w-60"
            maxLength={200}
          />
          <select name="vendor" aria-label="Vendor" defaultValue={search.vendor ?? ""} className="control w-40">
            <option value="">All vendors</option>
            {vendors.map(({ vendor, label }) => (
              <option key={vendor} value={vendor}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="btn" data-tone="plain">
            Show
          </button>
        </form>
      </search>
      <ChosenScope search={search} />
      <nav aria-label="Kinds of change" className="flex flex-wrap gap-1">
        <KindLink search={search} kind={null} label="All" count={all} />
        {filterWords.map(([kind, label]) => {
          const count = countOf.get(kind) ?? 0;
          if (count === 0 && search.kind !== kind) return null;
          return <KindLink key={kind} search={search} kind={kind} label={label} count={count} />;
        })}
      </nav>
    </div>
  );
}

/** What the list was narrowed to by the link that led here, and the way out of it. */
function ChosenScope({ search }: { search: ChangesSearch }) {
  const scopes = [
    { given: search.sync, label: "One sync only", all: { sync: null } },
    { given: search.product, label: `Product ${search.product}`, all: { product: null } },
  ].filter(({ given }) => given !== null);
  return scopes.map(({ label, all }) => (
    <Link key={label} href={changesHref(search, all)} prefetch={false} data-tone="quiet" className="btn">
      {label}
      <X aria-hidden="true" className="size-3.5" />
      <span className="sr-only">: show all</span>
    </Link>
  ));
}

type KindLinkProps = { search: ChangesSearch; kind: ChangeFilterName | null; label: string; count: number };

function KindLink({ search, kind, label, count }: KindLinkProps) {
  return (
    <Link
      href={changesHref(search, { kind })}
      prefetch={false}
      aria-current={search.kind === kind ? "page" : undefined}
      data-tone="quiet"
      className="btn aria-[current]:bg-accent-wash aria-[current]:text-accent"
    >
      {label} <span className="figures text-caption opacity-80">{formatNumber(String(count))}</span>
    </Link>
  );
}
