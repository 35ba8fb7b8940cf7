import type { ReactNode } from "react";
import { changesHref, type ChangesSearch } from "@/components/changes/changes-search";
import { address } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type ChangesEmptyProps = { search: ChangesSearch; total: number };

/** Past the end, nothing that matches, or nothing at all yet: three different things. */
export function ChangesEmpty({ search, total }: ChangesEmptyProps) {
  const isFiltered = search.q || search.vendor || search.kind || search.sync || search.product;
  if (total > 0) {
    return (
      <Panel title="The list is shorter than that" href={changesHref(search)} act="Go to the newest">
        There is no page {search.page} of these changes.
      </Panel>
    );
  }
  if (isFiltered) {
    return (
      <Panel title="No change matches" href={address("/changes")} act="Clear filters">
        No sync has found a change like this.
      </Panel>
    );
  }
  return (
    <Panel title="No changes yet" href={address("/status")} act="Go to status">
      The first sync of a vendor fills the catalog; every later one lists here what it found changed.
    </Panel>
  );
}

type PanelProps = { title: string; href: ReturnType<typeof address>; act: string; children: ReactNode };

function Panel({ title, href, act, children }: PanelProps) {
  return (
    <div className="panel">
      <EmptyState title={title} action={<ButtonLink href={href}>{act}</ButtonLink>}>
        <p>{children}</p>
      </EmptyState>
    </div>
  );
}
