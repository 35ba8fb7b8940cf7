import { isRecord, readJsonObject } from "../http/exchange";
import { jsonReply, type Reply } from "../http/reply";
import { multiplyAmounts } from "../amounts";
import type { IbmCatalog } from "./catalog";
import { resellerError } from "./errors";
import type { IbmPlan } from "./records";

const CONFIGURATION_SECONDS = 1800;
const LISTED_BY_CONFIGURATION = ["product", "term", "billingFrequency", "countryCode", "lineItems"];

type Configuration = { ipmConfigId: string; productId: string; planId: string; countryCode: string };

/** Configuration and order calls as IBM's public sample portal uses them, cut down to what an order draft needs. */
export function createResellerOrders(catalog: IbmCatalog) {
  const configurations = new Map<string, Configuration>();
  const orders = new Map<string, object>();

  const findPlan = (product: unknown): IbmPlan | undefined => {
    if (!isRecord(product) || typeof product.id !== "string") return undefined;
    return catalog.find(product.id)?.plans.find(({ id }) => id === product.planId);
  };

  return {
    configure: (text: string): Reply => {
      const body = readJsonObject(text);
      const plan = findPlan(body?.product);
      if (!body || !isRecord(body.product) || !plan) return resellerError(400, "The product or plan is not known.");
      if (!plan.configurable) return resellerError(400, "This plan cannot be configured here.", "MP1808E");
      const ipmConfigId = `demo-config-${configurations.size + 1}`;
      configurations.set(ipmConfigId, {
        ipmConfigId,
        productId: String(body.product.id),
        planId: plan.id,
        countryCode: typeof body.countryCode === "string" ? body.countryCode : "USA",
      });
      const expiresAt = Math.floor(Date.now() / 1000) + CONFIGURATION_SECONDS;
      return jsonReply(201, { token: { type: "JWT", value: "sandbox.configuration.token", expiresAt }, ipmConfigId });
    },
    readConfiguration: (id: string): Reply => {
      const found = configurations.get(id);
      const plan = found && findPlan({ id: found.productId, planId: found.planId });
      if (!found || !plan) return resellerError(400, "The configuration is not known.");
      return jsonReply(200, {
        ...found,
        billingFrequency: plan.billing,
        term: 12,
        currency: "USD",
        isLocked: false,
        lineItems: plan.components.filter(({ required }) => required).map((component, i) => estimateLine(component, i)),
      });
    },
    place: (text: string): Reply => {
      const body = readJsonObject(text);
      const problem = findProblem(body, findPlan, (id) => configurations.has(id));
      if (problem !== undefined || !body) return resellerError(400, problem ?? "The body must be a JSON object.");
      const orderReferenceNumber = `DEMO-IBM-${String(orders.size + 1).padStart(6, "0")}`;
      orders.set(orderReferenceNumber, {
        orderReferenceNumber,
        status: "IN_PROGRESS",
        detailedStatus: "PROVISION_IN_PROGRESS",
        metadata: { created: Date.now() },
      });
      return jsonReply(201, { orderReferenceNumber });
    },
    read: (reference: string): Reply => {
      const order = orders.get(reference);
      return order ? jsonReply(200, order) : resellerError(400, "The order is not known.");
    },
  };
}

/** The partner's side is 80 % of the suggested price; the real ratio is private to each reseller. */
function estimateLine(component: IbmPlan["components"][number], i: number): object {
  const suggested = component.attributes[0]?.listUnitPrice?.[0] ?? "0";
  return {
    itemNumber: String(i + 1),
    partIdentifier: component.partIdentifier,
    attributes: { item_qty: 1 },
    pricingEstimate: {
      debit: { suggestedEndCustomerPrice: suggested, partnerExtendedPrice: multiplyAmounts(suggested, "0.8") },
    },
  };
}

function findProblem(
  body: Readonly<Record<string, unknown>> | undefined,
  findPlan: (product: unknown) => IbmPlan | undefined,
  isConfiguration: (id: string) => boolean,
): string | undefined {
  if (!body) return "The body must be a JSON object.";
  if (body.orderType !== "3PM") return "orderType must be 3PM.";
  if (!Array.isArray(body.contacts) || body.contacts.length === 0) return "contacts must not be empty.";
  if (typeof body.ipmConfigId === "string") {
    const mixed = LISTED_BY_CONFIGURATION.find((name) => body[name] !== undefined);
    if (mixed !== undefined) return `${mixed} must not be sent together with ipmConfigId.`;
    return isConfiguration(body.ipmConfigId) ? undefined : "The configuration is not known.";
  }
  const plan = findPlan(body.product);
  if (!plan) return "The product or plan is not known.";
  if (plan.referralsOnly) return "This plan is provisioned by a third party.";
  return findLineProblem(Array.isArray(body.lineItems) ? body.lineItems : [], plan);
}

function findLineProblem(lines: readonly unknown[], plan: IbmPlan): string | undefined {
  const parts = new Set(lines.map((line) => (isRecord(line) ? line.partIdentifier : undefined)));
  const known = new Set(plan.components.map(({ partIdentifier }) => partIdentifier));
  for (const part of parts) {
    if (typeof part !== "string" || !known.has(part)) return "A line item names a part that is not in this plan.";
  }
  const missing = plan.components.find(({ required, partIdentifier }) => required && !parts.has(partIdentifier));
  return missing && `Line item ${missing.partIdentifier} is required.`;
}
