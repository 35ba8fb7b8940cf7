import Link from "next/link";
import { type QuoteState, stateWords } from "@/components/quotes/state-badge";
import { formatNumber } from "@/components/ui/format";

type QuoteFilterProps = {
  state: QuoteState | null;
  q: string;
  /** How many quotes of each state the search finds; states without one are not offered. */
  counts: ReadonlyMap<QuoteState, number>;
};

/** States as links and a search as a plain form: the address holds what is shown. */
export function QuoteFilter({ state, q, counts }: QuoteFilterProps) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const states = (Object.keys(stateWords) as QuoteState[]).filter((one) => counts.has(one) || one === state);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <search className="max-w-full min-w-0">
        <form method="get" action="/quotes" className="flex gap-2">
          {state ? <input type="hidden" name="state" value={state} /> : null}
          <input
            type="search"
            name="q"
            defaultValue={q}
            aria-label="Search quotes"
            placeholder="Number, customer, title"
            className="control w-64 min-w-0"
            maxLength={200}
          />
          <button type="submit" className="btn" data-tone="plain">
            Search
          </button>
        </form>
      </search>
      <nav aria-label="States" className="flex flex-wrap gap-1">
        <StateLink label="All" count={all} href={address(null, q)} current={state === null} />
        {states.map((one) => (
          <StateLink
            key={one}
            label={stateWords[one]}
            count={counts.get(one) ?? 0}
            href={address(one, q)}
            current={state === one}
          />
        ))}
      </nav>
    </div>
  );
}

type StateLinkProps = { label: string; count: number; href: `/quotes?${string}` | "/quotes"; current: boolean };

function StateLink({ label, count, href, current }: StateLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      data-tone="quiet"
      className="btn aria-[current]:bg-accent-wash aria-[current]:text-accent"
    >
      {label} <span className="figures text-caption opacity-80">{formatNumber(String(count))}</span>
    </Link>
  );
}

function address(state: QuoteState | null, q: string): `/quotes?${string}` | "/quotes" {
  const parameters = new URLSearchParams({ ...(state ? { state } : {}), ...(q ? { q } : {}) }).toString();
  return parameters ? `/quotes?${parameters}` : "/quotes";
}
