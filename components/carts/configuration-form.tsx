"use client";

import { ConfigurationEntry } from "@/components/carts/configuration-entry";
import { entryElementId } from "@/components/carts/reveal-entry";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/field";
import type { CartLineDto, CartProblemDto, LineChange } from "@/lib/client/cart-shapes";
import { quantityAttribute } from "@/lib/domain/pricing/configured-parts";
import type { PlanConfigurationDto } from "@/lib/contracts/product";

type Component = PlanConfigurationDto["components"][number];

type ConfigurationFormProps = {
  line: CartLineDto;
  configuration: PlanConfigurationDto;
  problems: readonly CartProblemDto[];
  onChange: (change: LineChange) => void;
};

/** The base of the plan first, its options after it; each entry saves itself on leaving. */
export function ConfigurationForm({ line, configuration, problems, onChange }: ConfigurationFormProps) {
  const { components } = configuration;
  const chosen = new Set(line.components.map((component) => component.key));
  const setChosen = (key: string, on: boolean) => {
    const others = line.components.filter((component) => component.key !== key);
    const kept = others.map(({ key, quantity }) => (quantity === undefined ? { key } : { key, quantity }));
    onChange({ components: on ? [...kept, { key }] : kept });
  };
  const setValue = (component: string, attribute: string, value: string) =>
    onChange({
      attributes: {
        ...line.attributes,
        [component]: { ...line.attributes[component], [attribute]: value },
      },
    });
  if (components.length === 0) return <p className="text-table text-ink-muted mt-2">Nothing to configure.</p>;
  return (
    <div className="border-line mt-2 grid gap-4 border-l pl-4">
      {[...components]
        .sort((a, b) => Number(b.kind === "base") - Number(a.kind === "base"))
        .map((component) => {
          const included = component.kind === "base" || component.required || chosen.has(component.key);
          return (
            <fieldset key={component.key}>
              <legend className="contents">
                <ComponentName
                  id={entryElementId(line.id, component.key)}
                  component={component}
                  included={included}
                  onChoose={(on) => setChosen(component.key, on)}
                />
              </legend>
              {component.description ? (
                <p className="text-caption text-ink-muted mt-0.5 max-w-prose">{component.description}</p>
              ) : null}
              {included && component.attributes.length > 0 ? (
                <div className="mt-2 grid max-w-2xl gap-x-5 gap-y-3 sm:grid-cols-2">
                  {component.attributes.map((attribute) => {
                    const field = `${component.key}.${attribute.key}`;
                    return (
                      <ConfigurationEntry
                        key={attribute.key}
                        id={entryElementId(line.id, field)}
                        attribute={attribute}
                        standIn={attribute === quantityAttribute(component) ? line.quantity : null}
                        value={line.attributes[component.key]?.[attribute.key] ?? ""}
                        problem={problems.find((problem) => problem.field === field)?.message}
                        onChange={(value) => setValue(component.key, attribute.key, value)}
                      />
                    );
                  })}
                </div>
              ) : null}
            </fieldset>
          );
        })}
    </div>
  );
}

type ComponentNameProps = {
  id: string;
  component: Component;
  included: boolean;
  onChoose: (on: boolean) => void;
};

function ComponentName({ id, component, included, onChoose }: ComponentNameProps) {
  const fixed = component.kind === "base" || component.required;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {fixed ? (
        <span id={id} tabIndex={-1} className="font-medium">
          {component.name}
        </span>
      ) : (
        <label className="flex items-center gap-2 font-medium">
          <Checkbox id={id} checked={included} onChange={(event) => onChoose(event.target.checked)} />
          {component.name}
        </label>
      )}
      <Badge>{component.kind === "base" ? "base" : component.required ? "required option" : "option"}</Badge>
    </span>
  );
}
