import { Panel, PanelHeading } from "@/components/ui/panel";
import type { PlanDto } from "@/lib/contracts/product";

type Attribute = PlanDto["attributes"][number];

/** More plans than this are no table to read; a comparison takes any of them. */
const BESIDE_MAX = 8;

/** What the plans hold: one as a list, several side by side with what differs in ink. */
export function PlanAttributes({ plans, chosen }: { plans: readonly PlanDto[]; chosen: PlanDto }) {
  const isAlone = plans.length === 1 || plans.length > BESIDE_MAX;
  const told = (isAlone ? [chosen] : plans).filter(({ attributes }) => attributes.length > 0);
  if (told.length === 0) return null;
  return (
    <Panel aria-labelledby="attributes">
      <PanelHeading id="attributes" aside={isAlone ? chosen.name : null}>
        {isAlone ? "What the plan holds" : "What the plans hold"}
      </PanelHeading>
      {isAlone ? <AttributeList attributes={chosen.attributes} /> : <AttributeTable plans={plans} chosen={chosen} />}
    </Panel>
  );
}

/** The vendor's words on hover, shown as text unless they only repeat the name. */
function hintOf({ name, description, toolTip }: Attribute): string | null {
  return toolTip === name || toolTip === description ? null : toolTip;
}

function AttributeList({ attributes }: { attributes: readonly Attribute[] }) {
  return (
    <dl className="grid gap-x-8 px-4 py-1 sm:grid-cols-2">
      {attributes.map((attribute) => (
        <div key={attribute.id} className="border-b py-2 last:border-b-0">
          <dt className="font-medium">{attribute.name}</dt>
          {attribute.description ? <dd>{attribute.description}</dd> : null}
          {hintOf(attribute) ? <dd className="text-table text-ink-muted">{hintOf(attribute)}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

function AttributeTable({ plans, chosen }: { plans: readonly PlanDto[]; chosen: PlanDto }) {
  const all = plans.flatMap(({ attributes }) => attributes);
  const names = [...new Set(all.map(({ name }) => name))];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll sideways and holds nothing else to reach
    <section aria-label="Attributes plan by plan" tabIndex={0} className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">What each plan holds</caption>
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            {plans.map((plan) => (
              <th key={plan.key} scope="col" className={plan.key === chosen.key ? "text-accent!" : ""}>
                {plan.name}
                {plan.key === chosen.key ? <span className="sr-only"> (chosen)</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <AttributeRow key={name} name={name} plans={plans} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AttributeRow({ name, plans }: { name: string; plans: readonly PlanDto[] }) {
  const cells = plans.map(({ attributes }) => attributes.filter((attribute) => attribute.name === name));
  const words = cells.map((found) => (found.length === 0 ? null : found.map(valueOf).join(", ")));
  const hint = cells.flat().map(hintOf).find(Boolean);
  const isSame = new Set(words).size === 1;
  return (
    <tr>
      <th scope="row" className="font-medium">
        {name}
        {hint ? <span className="text-caption text-ink-muted font-body block max-w-64">{hint}</span> : null}
      </th>
      {words.map((value, index) => (
        <td key={plans[index]?.key ?? index} className={isSame ? "text-ink-muted" : ""}>
          {value ?? (
            <span className="text-ink-faint">
              <span aria-hidden="true">—</span>
              <span className="sr-only">not provided</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}

function valueOf({ description }: Attribute): string {
  return description ?? "included";
}
