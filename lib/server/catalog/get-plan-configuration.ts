import type { PlanConfigurationDto } from "@/lib/contracts/product";
import { planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import type { Component, ComponentAttribute, PlanConfiguration, ProductRef } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import { AppError } from "@/lib/server/app-error";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { findProduct } from "@/lib/server/catalog/get-product";
import { readPlanConfiguration } from "@/lib/server/catalog/plan-configurations";
import { paddedAmount } from "@/lib/server/catalog/to-product-summary";
import { database } from "@/lib/server/store/database";
import type { Viewer } from "@/lib/server/viewer";

/** Components and attributes of one plan. List prices only: nothing in it comes from cost. */
export async function getPlanConfiguration(
  _viewer: Viewer,
  { plan: planKey, ...ref }: ProductRef & { readonly plan: string },
): Promise<PlanConfigurationDto> {
  const product = await findProduct(await database(), await currentCatalog(), ref);
  const plan = product.plans.find(({ key }) => key === planKey);
  if (!plan) throw new AppError("not-found", `${product.name} has no plan ${planKey}.`);
  const configuration = await readPlanConfiguration({ product, planKey });
  if (!configuration) throw new AppError("not-found", `${product.name}, ${plan.name}, has nothing to configure.`);
  return toConfiguration(configuration, planCurrencies(plan)[0] ?? null);
}

export function toConfiguration(configuration: PlanConfiguration, fallback: CurrencyCode | null): PlanConfigurationDto {
  const { components, allowedPlanChanges, cancellable, subscriptionManaged, countries } = configuration;
  return {
    components: components.map((component) => toComponent(component, component.currency ?? fallback)),
    allowedPlanChanges: [...allowedPlanChanges],
    cancellable,
    subscriptionManaged,
    countries: countries && [...countries],
  };
}

function toComponent(component: Component, currency: CurrencyCode | null): PlanConfigurationDto["components"][number] {
  return {
    key: component.key,
    name: component.name,
    description: component.description,
    kind: component.kind,
    required: component.required,
    attributes: component.attributes.map((attribute) => toAttribute(attribute, currency)),
    changeableTo: [...component.changeableTo],
  };
}

type AttributeDto = PlanConfigurationDto["components"][number]["attributes"][number];

function toAttribute(attribute: ComponentAttribute, currency: CurrencyCode | null): AttributeDto {
  const amount = (value: string | null) => (currency === null ? null : paddedAmount(value, currency));
  return {
    key: attribute.key,
    name: attribute.name,
    description: attribute.description,
    type: attribute.type,
    minimum: attribute.minimum,
    maximum: attribute.maximum,
    choices: attribute.choices.map(({ label, value, listUnitPrice }) => ({
      label,
      value,
      listUnitPrice: amount(listUnitPrice),
    })),
    required: attribute.required,
    unitOfMeasure: attribute.unitOfMeasure,
    listUnitPrice: amount(attribute.listUnitPrice),
    changeable: attribute.changeable,
  };
}
