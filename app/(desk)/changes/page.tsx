import type { Metadata } from "next";
import { ChangeTable } from "@/components/changes/change-table";
import { ChangesEmpty } from "@/components/changes/changes-empty";
import { ChangesFilter } from "@/components/changes/changes-filter";
import { ChangesPages } from "@/components/changes/changes-pages";
import { changesCsvHref, readChangesSearch } from "@/components/changes/changes-search";
import { readChangesPage } from "@/lib/server/changes/read-changes-page";
import { pageViewer } from "@/lib/server/page-viewer";

type ChangesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Changes" };

export default async function ChangesPage({ searchParams }: ChangesPageProps) {
  const viewer = await pageViewer();
  const search = readChangesSearch(await searchParams);
  const { vendors, counts, all, items, total, pageSize } = await readChangesPage(viewer, search);
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-5 lg:px-6">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="text-heading font-strong">Changes</h1>
          <p className="text-ink-muted">What the syncs found changed in the vendors’ catalogs.</p>
        </div>
        {total > 0 ? (
          <a href={changesCsvHref(search)} download className="btn" data-tone="plain">
            Export as CSV
          </a>
        ) : null}
      </header>
      <ChangesFilter search={search} vendors={vendors} counts={counts} all={all} />
      {items.length > 0 ? (
        <>
          <ChangeTable changes={items} labels={Object.fromEntries(vendors.map((one) => [one.vendor, one.label]))} />
          <ChangesPages search={search} total={total} pageSize={pageSize} />
        </>
      ) : (
        <ChangesEmpty search={search} total={total} />
      )}
    </div>
  );
}
