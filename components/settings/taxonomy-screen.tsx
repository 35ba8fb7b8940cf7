"use client";

import { useState } from "react";
import { ConflictNotice } from "@/components/settings/conflict-notice";
import { IdleMappings } from "@/components/settings/idle-mappings";
import { MappingDialog } from "@/components/settings/mapping-dialog";
import { SaveBar } from "@/components/settings/save-bar";
import { SettingProblems } from "@/components/settings/setting-problems";
import { idleRows, serviceLines, type TaxonomyLists, withoutRow } from "@/components/settings/taxonomy-draft";
import { TaxonomyTable } from "@/components/settings/taxonomy-table";
import { type SettingStart, useSetting } from "@/components/settings/use-setting";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { CatalogServiceDto, TaxonomyDto } from "@/lib/contracts/catalog-settings";

const SEARCHED_FROM = 15;

type TaxonomyScreenProps = {
  start: SettingStart<TaxonomyDto>;
  services: readonly CatalogServiceDto[];
  lists: TaxonomyLists;
  mayWrite: boolean;
};

/** The services whose vendor says nothing of where they belong, and where the house puts them. */
export function TaxonomyScreen({ start, services, lists, mayWrite }: TaxonomyScreenProps) {
  const setting = useSetting("/api/settings/taxonomy", start, "Taxonomy saved; the catalog follows within seconds");
  const [rows, setRows] = useState(start.value.rows);
  const [wanted, setWanted] = useState("");
  const [openKey, setOpenKey] = useState<string | null>(null);
  const all = serviceLines(services, rows, setting.seen.rows);
  const needle = wanted.trim().toLowerCase();
  const lines = all.filter(({ facts }) => facts.service.toLowerCase().includes(needle));
  const open = all.find(({ key }) => key === openKey);
  const unmapped = all.filter(({ mapping }) => mapping === null);
  const isChanged = JSON.stringify(inOrder(rows)) !== JSON.stringify(inOrder(setting.seen.rows));
  const moved = all.reduce((sum, line) => sum + line.moved, 0);
  const take = () => {
    if (setting.theirs) setRows(setting.theirs.value.rows);
    setting.take();
  };
  return (
    <>
      {setting.theirs ? (
        <ConflictNotice message={setting.theirs.message} onTake={take} onSaveOver={() => setting.saveOver({ rows })} />
      ) : null}
      <SettingProblems error={setting.error} />
      <Panel aria-labelledby="taxonomy-services">
        <PanelHeading
          id="taxonomy-services"
          aside={
            all.length === 0
              ? null
              : unmapped.length === 0
                ? `all ${formatCount(all.length, "service")} mapped`
                : `${unmapped.length} of ${formatCount(all.length, "service")} not mapped`
          }
        >
          Services without categories of their own
        </PanelHeading>
        {all.length >= SEARCHED_FROM ? (
          <div className="border-b px-4 py-3">
            <input
              type="search"
              className="control max-w-xs"
              aria-label="Search services"
              placeholder="Search services"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </div>
        ) : null}
        {all.length === 0 ? (
          <EmptyState heading="h3" title="Nothing to map">
            Every product of the catalog comes with categories, topics and a service type.
          </EmptyState>
        ) : lines.length === 0 ? (
          <EmptyState heading="h3" title="No such service">
            No service is called “{wanted}”.
          </EmptyState>
        ) : (
          <TaxonomyTable
            lines={lines}
            rows={rows}
            lists={lists}
            mayWrite={mayWrite}
            onOpen={({ key }) => setOpenKey(key)}
          />
        )}
      </Panel>
      <IdleMappings
        rows={idleRows(services, rows)}
        lists={lists}
        mayWrite={mayWrite}
        onRemove={(service) => setRows(withoutRow(rows, service))}
      />
      <SaveBar
        pending={
          isChanged
            ? moved === 0
              ? "Not saved yet; no product moves."
              : `Not saved yet: ${formatCount(moved, "product")} would stand elsewhere.`
            : null
        }
        label="Save taxonomy"
        busy={setting.busy}
        onSave={() => setting.save({ rows })}
        onDiscard={() => setRows(setting.seen.rows)}
      />
      {open ? (
        <MappingDialog
          key={open.key}
          line={open}
          rows={rows}
          saved={setting.seen.rows}
          lists={lists}
          onClose={() => setOpenKey(null)}
          onChange={(next) => setRows([...next])}
        />
      ) : null}
    </>
  );
}

function inOrder(rows: TaxonomyDto["rows"]): TaxonomyDto["rows"] {
  return rows
    .map(({ service, categories, topics, serviceType }) => ({
      service: service.toUpperCase(),
      categories: categories.toSorted(),
      topics: topics.toSorted(),
      serviceType,
    }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}
