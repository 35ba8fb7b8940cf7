import type { ReactNode } from "react";
import type { Compared } from "@/components/compare/fact";
import { COMPARED_MAX } from "@/components/compare/compare-search";
import { address } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";

type CompareNoticesProps = {
  unknown: readonly string[];
  tooMany: readonly string[];
  compared: readonly Compared[];
};

/** What of the address could not be shown, and what should not be read off the table. */
export function CompareNotices({ unknown, tooMany, compared }: CompareNoticesProps) {
  const currencies = new Set(compared.flatMap(({ plan }) => plan.price?.currency ?? []));
  return (
    <div className="grid gap-2 empty:hidden">
      {unknown.length > 0 ? (
        <Notice tone="low" title="Part of this address is not in your catalog and was left out">
          {named(unknown)}
        </Notice>
      ) : null}
      {tooMany.length > 0 ? (
        <Notice tone="low" title={`At most ${COMPARED_MAX} products stand side by side`}>
          Left out: {named(tooMany)}
        </Notice>
      ) : null}
      {currencies.size > 1 ? (
        <Notice tone="info">
          The prices are in different currencies ({[...currencies].join(", ")}) and do not compare as they stand.
        </Notice>
      ) : null}
    </div>
  );
}

const NAMED = 6;
const SHOWN_LETTERS = 80;

/** The first of them, as much as tells them apart: an address may hold anything. */
function named(values: readonly string[]): ReactNode {
  const shown = values.slice(0, NAMED).map((value) => {
    const text = value.length > SHOWN_LETTERS ? `${value.slice(0, SHOWN_LETTERS)}…` : value;
    return `“${text}”`;
  });
  const more = values.length - shown.length;
  return <span className="wrap-anywhere">{[...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ")}</span>;
}

export function CompareEmpty() {
  return (
    <div className="panel">
      <EmptyState
        title="Nothing to compare yet"
        action={
          <ButtonLink href={address("/catalog")} tone="primary">
            Choose products
          </ButtonLink>
        }
      >
        <p>Tick two to four products in the catalog, then press Compare.</p>
      </EmptyState>
    </div>
  );
}
