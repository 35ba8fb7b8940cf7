"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, History, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { ImportRulesDialog } from "@/components/settings/import-rules-dialog";
import type { RuleChoices } from "@/components/settings/rule-choices";
import { RuleDialog } from "@/components/settings/rule-dialog";
import { RuleHistory } from "@/components/settings/rule-history";
import { RuleTable } from "@/components/settings/rule-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { priceRulesQuery } from "@/lib/client/price-rule-queries";
import type { PriceEntry, PriceRuleDto } from "@/lib/contracts/price-rules";

type PriceRulesScreenProps = { choices: RuleChoices; mayWrite: boolean };

type Open = { readonly rule: PriceRuleDto | null; readonly sets: PriceEntry["sets"] };

const groups = [
  {
    sets: "price",
    title: "Prices",
    about: "The first rule that fits and can be used sets the price; without one the vendor’s price holds.",
    add: "Add price rule",
  },
  {
    sets: "cost",
    title: "Estimated costs",
    about: "Where a vendor gives list prices only. A cost from here is marked “estimated” wherever it stands.",
    add: "Add cost rule",
  },
  {
    sets: "limit",
    title: "Floors and ceilings",
    about: "All that fit are judged, however a price came about: added, typed, pasted, cloned or by a rule.",
    add: "Add floor or ceiling",
  },
] as const;

export function PriceRulesScreen({ choices, mayWrite }: PriceRulesScreenProps) {
  const { data, error, refetch } = useQuery(priceRulesQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const [importing, setImporting] = useState(false);
  const [told, setTold] = useState<{ readonly id: string | undefined } | null>(null);
  if (error && !data) {
    return (
      <Notice tone="loss" role="alert" actions={<Button onClick={() => void refetch()}>Try again</Button>}>
        {error.message}
      </Notice>
    );
  }
  if (!data) return <Skeleton className="h-64 w-full" />;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Precedence />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setTold({ id: undefined })}>
            <History aria-hidden="true" />
            History
          </Button>
          {mayWrite ? (
            <Button onClick={() => setImporting(true)}>
              <Upload aria-hidden="true" />
              Import
            </Button>
          ) : null}
          <a href="/api/price-rules?format=csv" download className="btn" data-tone="plain">
            <Download aria-hidden="true" />
            Export as CSV
          </a>
        </div>
      </div>
      {groups.map(({ sets, title, about, add }) => {
        const rules = data.items.filter(({ entry }) => entry.sets === sets);
        return (
          <Panel key={sets} aria-labelledby={`rules-${sets}`}>
            <PanelHeading
              id={`rules-${sets}`}
              aside={
                mayWrite ? (
                  <Button size="small" onClick={() => setOpen({ rule: null, sets })}>
                    <Plus aria-hidden="true" />
                    {add}
                  </Button>
                ) : null
              }
            >
              {title}
            </PanelHeading>
            <p className="text-table text-ink-muted px-4 py-2">{about}</p>
            {rules.length > 0 ? (
              <RuleTable
                rules={rules}
                choices={choices}
                mayWrite={mayWrite}
                onOpen={(rule) => setOpen({ rule, sets })}
              />
            ) : (
              <EmptyState heading="h3" title="None yet" />
            )}
          </Panel>
        );
      })}
      {open ? (
        <RuleDialog
          key={open.rule?.id ?? `new ${open.sets}`}
          rule={open.rule}
          sets={open.sets}
          choices={choices}
          onHistory={({ id }) => {
            setOpen(null);
            setTold({ id });
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {told ? (
        <RuleHistory
          {...(told.id === undefined ? {} : { id: told.id })}
          choices={choices}
          mayWrite={mayWrite}
          onClose={() => setTold(null)}
        />
      ) : null}
      {importing ? <ImportRulesDialog onClose={() => setImporting(false)} /> : null}
    </div>
  );
}

function Precedence() {
  return (
    <p className="text-table text-ink-muted max-w-[72ch]">
      <span className="text-ink font-medium">Which rule comes first:</span> customer before product before category
      before service before vendor before everything, and two of them before one. Of rules with the same scope the one
      that began later. A rule out of its dates, or without what it starts from, is passed over.
    </p>
  );
}
