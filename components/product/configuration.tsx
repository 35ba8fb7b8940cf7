"use client";

import { countryNames } from "@/components/product/country-names";
import { Badge } from "@/components/ui/badge";
import { formatMoney, formatQuantity } from "@/components/ui/format";
import type { PlanConfigurationDto } from "@/lib/contracts/product";

type Component = PlanConfigurationDto["components"][number];
type Attribute = Component["attributes"][number];
type PlanNames = Readonly<Record<string, string>>;

type ConfigurationProps = { configuration: PlanConfigurationDto; planNames: PlanNames };

export function Configuration({ configuration, planNames }: ConfigurationProps) {
  const { components, allowedPlanChanges, cancellable, countries } = configuration;
  return (
    <>
      {components.length === 0 ? <p className="text-ink-muted p-4">The vendor asks for nothing more.</p> : null}
      {components.map((component) => (
        <ComponentTable key={component.key} component={component} />
      ))}
      <dl className="text-table grid gap-x-8 gap-y-2 border-t p-4 sm:grid-cols-3">
        <Fact name="Cancel early">{cancellable ? "possible" : "not possible"}</Fact>
        <Fact name="May move to">
          {allowedPlanChanges.length > 0
            ? allowedPlanChanges.map((key) => planNames[key] ?? key).join(", ")
            : "no other plan"}
        </Fact>
        <Fact name="Countries">{countries ? countryNames(countries) : "the vendor does not say"}</Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ComponentTable({ component }: { component: Component }) {
  const hasUnits = component.attributes.some(({ unitOfMeasure }) => unitOfMeasure);
  return (
    <section className="border-b last-of-type:border-b-0">
      <h3 className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-1">
        {component.name}
        <Badge tone={component.kind === "base" ? "accent" : "neutral"}>{component.kind}</Badge>
        {component.required ? <Badge tone="info">required</Badge> : null}
      </h3>
      {component.description ? <p className="text-table text-ink-muted px-4">{component.description}</p> : null}
      {component.attributes.length > 0 ? (
        <div className="overflow-x-auto">
          <table className="ledger">
            <caption className="sr-only">Values asked for {component.name}</caption>
            <thead>
              <tr>
                <th scope="col">Value</th>
                <th scope="col">Allowed</th>
                {hasUnits ? <th scope="col">Unit</th> : null}
                <th scope="col">Later change</th>
                <th scope="col" className="num">
                  List price per unit
                </th>
              </tr>
            </thead>
            <tbody>
              {component.attributes.map((attribute) => (
                <tr key={attribute.key}>
                  <th scope="row">
                    {attribute.name}
                    {attribute.required ? null : <span className="text-ink-muted"> (optional)</span>}
                    {attribute.description ? (
                      <span className="text-caption text-ink-muted block">{attribute.description}</span>
                    ) : null}
                  </th>
                  <td>{allowed(attribute)}</td>
                  {hasUnits ? <td>{attribute.unitOfMeasure ?? "—"}</td> : null}
                  <td>{attribute.changeable === null ? "not said" : attribute.changeable ? "yes" : "no"}</td>
                  <td className="num">{attribute.listUnitPrice ? formatMoney(attribute.listUnitPrice) : "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function allowed({ type, minimum, maximum, choices }: Attribute): string {
  if (choices.length > 0) {
    return choices
      .map(({ label, listUnitPrice }) => (listUnitPrice ? `${label} (${formatMoney(listUnitPrice)})` : label))
      .join(", ");
  }
  if (type !== "number")
    return { text: "text", url: "web address", email: "mail address", enumeration: "one of a list" }[type];
  if (minimum !== null && maximum !== null) return `${formatQuantity(minimum)} to ${formatQuantity(maximum)}`;
  if (minimum !== null) return `from ${formatQuantity(minimum)}`;
  if (maximum !== null) return `up to ${formatQuantity(maximum)}`;
  return "any number";
}
