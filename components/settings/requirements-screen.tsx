"use client";

import { useId, useState } from "react";
import { ConflictNotice } from "@/components/settings/conflict-notice";
import { SaveBar } from "@/components/settings/save-bar";
import { SettingProblems } from "@/components/settings/setting-problems";
import { type SettingStart, useSetting } from "@/components/settings/use-setting";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/field";
import { formatCount, formatNumber } from "@/components/ui/format";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { CatalogServiceDto, RequirementReadingDto } from "@/lib/contracts/catalog-settings";

type RequirementsScreenProps = {
  start: SettingStart<RequirementReadingDto>;
  services: readonly CatalogServiceDto[];
  mayWrite: boolean;
};

type Named = { readonly vendor: string; readonly service: string };

const keyOf = ({ vendor, service }: Named) => `${vendor} ${service}`;

/** Which services need one of the products they list; every other needs all of them. */
export function RequirementsScreen({ start, services, mayWrite }: RequirementsScreenProps) {
  const setting = useSetting("/api/settings/requirements", start, "Requirements saved; carts are judged anew");
  const [chosen, setChosen] = useState(start.value.anyOf);
  const isAnyOf = (one: Named) => chosen.some((other) => keyOf(other) === keyOf(one));
  const wasAnyOf = (one: Named) => setting.seen.anyOf.some((other) => keyOf(other) === keyOf(one));
  const lines = services.filter((one) => one.severalRequirements > 0 || isAnyOf(one) || wasAnyOf(one));
  const gone = chosen.filter((one) => !services.some((service) => keyOf(service) === keyOf(one)));
  const changed = services.filter((one) => isAnyOf(one) !== wasAnyOf(one));
  const dropped = setting.seen.anyOf.filter(
    (one) => !isAnyOf(one) && !changed.some((other) => keyOf(other) === keyOf(one)),
  );
  const products = changed.reduce((sum, { severalRequirements }) => sum + severalRequirements, 0);
  const count = changed.length + dropped.length;
  const set = (one: Named, anyOf: boolean) => {
    const others = chosen.filter((other) => keyOf(other) !== keyOf(one));
    setChosen(anyOf ? [...others, { vendor: one.vendor, service: one.service }] : others);
  };
  const take = () => {
    if (setting.theirs) setChosen(setting.theirs.value.anyOf);
    setting.take();
  };
  return (
    <>
      {setting.theirs ? (
        <ConflictNotice
          message={setting.theirs.message}
          onTake={take}
          onSaveOver={() => setting.saveOver({ anyOf: chosen })}
        />
      ) : null}
      <SettingProblems error={setting.error} />
      <Panel aria-labelledby="requirement-services">
        <PanelHeading id="requirement-services" aside={formatCount(lines.length, "service")}>
          Services whose products list more than one
        </PanelHeading>
        {lines.length === 0 && gone.length === 0 ? (
          <EmptyState heading="h3" title="Nothing to decide">
            No product of the catalog lists more than one requirement.
          </EmptyState>
        ) : (
          <div className="overflow-x-auto">
            <table className="ledger">
              <caption className="sr-only">Services with how their requirements are read</caption>
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  <th scope="col">Needs</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <ServiceRow
                    key={keyOf(line)}
                    line={line}
                    anyOf={isAnyOf(line)}
                    changed={isAnyOf(line) !== wasAnyOf(line)}
                    mayWrite={mayWrite}
                    onChange={(anyOf) => set(line, anyOf)}
                  />
                ))}
                {gone.map((line) => (
                  <ServiceRow
                    key={keyOf(line)}
                    line={{ ...line, vendorLabel: line.vendor, products: 0, severalRequirements: 0 }}
                    anyOf
                    changed={false}
                    mayWrite={mayWrite}
                    onChange={(anyOf) => set(line, anyOf)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <SaveBar
        pending={
          count === 0
            ? null
            : `${formatCount(count, "service")} changed: ${formatCount(products, "product")} read differently`
        }
        label="Save requirements"
        busy={setting.busy}
        onSave={() => setting.save({ anyOf: chosen })}
        onDiscard={() => setChosen(setting.seen.anyOf)}
      />
    </>
  );
}

type ServiceRowProps = {
  line: Pick<CatalogServiceDto, "vendor" | "vendorLabel" | "service" | "products" | "severalRequirements">;
  anyOf: boolean;
  changed: boolean;
  mayWrite: boolean;
  onChange: (anyOf: boolean) => void;
};

function ServiceRow({ line, anyOf, changed, mayWrite, onChange }: ServiceRowProps) {
  const id = useId();
  const { service, vendorLabel, products, severalRequirements } = line;
  return (
    <tr>
      <th scope="row" className="w-full text-start">
        <span className="text-control font-medium">{service}</span>
        <span className="text-ink-muted"> · {vendorLabel}</span>
        <span id={`${id}-effect`} className="text-ink-muted block">
          {products === 0
            ? "Not in the catalog now"
            : `${effectWords(severalRequirements, products)}; ${anyOf ? "one that is listed is enough" : "all that are listed must be there"}.`}
        </span>
      </th>
      <td className="min-w-40">
        {mayWrite ? (
          <Select
            aria-label={`What products of ${service} need`}
            aria-describedby={`${id}-effect`}
            value={anyOf ? "any" : "all"}
            onChange={(event) => onChange(event.target.value === "any")}
          >
            <option value="all">All of them</option>
            <option value="any">One of them</option>
          </Select>
        ) : (
          <Badge tone={anyOf ? "info" : "neutral"}>{anyOf ? "One of them" : "All of them"}</Badge>
        )}
        {changed ? <span className="text-caption text-accent mt-0.5 block">not saved</span> : null}
      </td>
    </tr>
  );
}

function effectWords(count: number, of: number): string {
  const [some, all] = [formatNumber(String(count)), formatCount(of, "product")];
  return `${some} of ${all} ${count === 1 ? "lists" : "list"} more than one requirement`;
}
