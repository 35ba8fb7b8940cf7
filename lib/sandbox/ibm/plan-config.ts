import type { Dialect } from "../dialect";
import type { IbmAttribute, IbmComponent, IbmPlan } from "./records";

export function renderPlanConfig(plan: IbmPlan, dialect: Dialect["ibm"]): object {
  const components = plan.components.map(renderComponent);
  return {
    allowedPlanChanges: plan.changesTo,
    components: dialect.components === "object" ? components[0] : components,
    isSubscriptionManagementAllowed: plan.type === "Buy",
    ...(plan.countries && { marketableCountries: plan.countries }),
    ...(plan.supportsCancellation !== undefined && { supportsCancellation: plan.supportsCancellation }),
    type: dialect.planType === "BUY" ? plan.type.toUpperCase() : plan.type,
    supportedByIbmConfigurator: plan.referralsOnly ? undefined : true,
    defaultBillingFrequency: plan.billing,
    allowedBillingFrequencies: [{ value: plan.billing, displayValue: plan.billing === "U" ? "Upfront" : "Monthly" }],
  };
}

function renderComponent(component: IbmComponent): object {
  return { ...component, attributes: component.attributes.map(renderAttribute) };
}

/** `values` is text in the vendor's field list, so a single value is sent as text. */
function renderAttribute(attribute: IbmAttribute): object {
  const { values, ...rest } = attribute;
  if (values === undefined) return rest;
  return { ...rest, values: values.length === 1 ? values[0] : values };
}
