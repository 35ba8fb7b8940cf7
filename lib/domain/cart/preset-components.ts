import type { PlanConfiguration } from "@/lib/domain/catalog/product";
import type { ComponentChoice } from "@/lib/domain/catalog/configuration-choice";

/** The components an order of the plan begins with: its base and all it requires. */
export function presetComponents(configuration: PlanConfiguration | null): ComponentChoice[] {
  return (configuration?.components ?? [])
    .filter((component) => component.required || component.kind === "base")
    .map(({ key }) => ({ key }));
}
