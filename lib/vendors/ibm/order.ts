import { z } from "zod";
import {
  jsonQuantity,
  type MissingFact,
  type NeutralOrder,
  type OrderContact,
  type OrderDraft,
  type OrderLine,
} from "@/lib/vendors/order-draft";

const ContactSchema = z.strictObject({
  type: z.enum(["END_CUSTOMER", "SOLD_THROUGH", "PROVISIONING_CONTACT"]),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  addressLine1: z.string(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string().optional(),
  country: z.string(),
  communicationLanguage: z.string(),
});

/** `POST /v2/reseller/orders`, type 3PM (IBM's sample reseller portal and its integration specification). */
export const OrderSchema = z.strictObject({
  orderType: z.literal("3PM"),
  product: z.strictObject({ id: z.string(), planId: z.string() }),
  /** Months. */
  term: z.number().int().positive().optional(),
  /** U = upfront, M = monthly. */
  billingFrequency: z.enum(["U", "M"]).optional(),
  countryCode: z.string(),
  purchaseOrderNumber: z.string().optional(),
  contacts: z.array(ContactSchema),
  lineItems: z.array(
    z.strictObject({
      itemNumber: z.string(),
      partIdentifier: z.string(),
      attributes: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

export type IbmOrder = z.infer<typeof OrderSchema>;

const quantityAttribute = "item_qty";

/**
 * An order of one plan; its parts are the line items. The acceptance of the licence is left out on purpose: a person has
 * to give it when the order is placed.
 */
export function draftIbmOrder(order: NeutralOrder): OrderDraft<IbmOrder> {
  const missing: MissingFact[] = [];
  const note = (field: string, line: number | null, message: string) => missing.push({ field, line, message });
  const [first] = order.lines;
  const plans = new Set(order.lines.map((line) => `${line.externalId}|${line.planKey}`));
  if (first === undefined) note("lineItems", null, "The order has no product.");
  if (plans.size > 1) note("product", null, "An order may hold one plan of one product only.");
  if (first && !first.externalId) note("product.id", 0, "IBM's id of the product is not known.");
  if (!order.country) note("countryCode", null, "The country of the customer is not known.");
  if (!order.contacts.some(({ role }) => role === "customer"))
    note("contacts", null, "The customer's contact is missing.");
  const frequency = frequencyOf(first);
  const term = termOf(first);
  if (term === null) note("term", null, "The term in months has to be chosen.");
  if (frequency === null) note("billingFrequency", null, "The billing frequency has to be chosen.");
  const body: IbmOrder = {
    orderType: "3PM",
    product: { id: first?.externalId ?? "", planId: first?.planKey ?? "" },
    ...(term === null ? {} : { term }),
    ...(frequency === null ? {} : { billingFrequency: frequency }),
    countryCode: order.country ?? "",
    ...(order.purchaseOrderNumber ? { purchaseOrderNumber: order.purchaseOrderNumber } : {}),
    contacts: order.contacts.map(contactOf),
    lineItems: order.lines.flatMap((line, index) => partsOf(line, index, note)).map(numbered),
  };
  return { body: OrderSchema.parse(body), missing };
}

type Part = { readonly partIdentifier: string; readonly attributes: Record<string, string | number> };
type Note = (field: string, line: number | null, message: string) => void;

/** The chosen components; a plan whose parts were never read goes by its own number. */
function partsOf(line: OrderLine, index: number, note: Note): Part[] {
  const quantity = jsonQuantity(line.quantity);
  if (quantity === null) {
    note("quantity", index, `The quantity of ${line.partNumber} is not a positive number.`);
    return [];
  }
  if (line.components.length === 0) {
    note("lineItems", index, `The parts of ${line.partNumber} have to be chosen from its plan configuration.`);
    return [{ partIdentifier: line.partNumber, attributes: { [quantityAttribute]: quantity, ...line.attributes } }];
  }
  return line.components.map((component) => {
    const own = jsonQuantity(component.attributes[quantityAttribute] ?? "") ?? quantity;
    return {
      partIdentifier: component.key,
      attributes: { ...line.attributes, ...component.attributes, [quantityAttribute]: own },
    };
  });
}

function numbered(part: Part, index: number) {
  return { itemNumber: `${index + 1}`, ...part };
}

function termOf(line: OrderLine | undefined): number | null {
  const match = /^P(\d{1,4})([MY])$/.exec(line?.commitment ?? "");
  if (!match) return null;
  const count = parseInt(match[1] ?? "", 10);
  return match[2] === "Y" ? count * 12 : count;
}

/** Billed each month is M; billed once for the whole term is U. Anything else IBM's documents do not name. */
function frequencyOf(line: OrderLine | undefined): "U" | "M" | null {
  if (!line?.billingPeriod) return null;
  if (line.billingPeriod === "P1M") return "M";
  return line.billingPeriod === line.commitment ? "U" : null;
}

const contactTypes = {
  customer: "END_CUSTOMER",
  reseller: "SOLD_THROUGH",
  provisioning: "PROVISIONING_CONTACT",
} as const satisfies Record<OrderContact["role"], string>;

function contactOf(contact: OrderContact): IbmOrder["contacts"][number] {
  const { role, addressLine, language, state, ...rest } = contact;
  return {
    type: contactTypes[role],
    firstName: rest.firstName,
    lastName: rest.lastName,
    email: rest.email,
    addressLine1: addressLine,
    city: rest.city,
    postalCode: rest.postalCode,
    ...(state === null ? {} : { state }),
    country: rest.country,
    communicationLanguage: language,
  };
}
