import { z } from "zod";
import type { Period } from "@/lib/domain/catalog/period";
import {
  jsonQuantity,
  type MissingFact,
  type NeutralOrder,
  type OrderDraft,
  type OrderLine,
} from "@/lib/vendors/order-draft";

const PeriodSchema = z.strictObject({ type: z.enum(["day", "month", "year"]), duration: z.number().int().positive() });

/** `POST /orders` and `POST /orders/estimate`, type sales. */
export const OrderSchema = z.strictObject({
  type: z.literal("sales"),
  customerId: z.string(),
  poNumber: z.string().optional(),
  products: z.array(
    z.strictObject({
      mpn: z.string().min(1),
      vendor: z.string().optional(),
      id: z.string().optional(),
      billingPeriod: PeriodSchema.optional(),
      subscriptionPeriod: PeriodSchema.optional(),
      quantity: z.number().positive(),
      parameters: z.array(z.strictObject({ name: z.string().min(1), value: z.string() })).optional(),
    }),
  ),
});

export type CloudBlueOrder = z.infer<typeof OrderSchema>;
type OrderProduct = CloudBlueOrder["products"][number];

/** A sales order of one service. Periods and the vendor's id go along, since an MPN alone may be ambiguous from 1.5 on. */
export function draftCloudBlueOrder(order: NeutralOrder): OrderDraft<CloudBlueOrder> {
  const missing: MissingFact[] = [];
  const note = (field: string, line: number | null, message: string) => missing.push({ field, line, message });
  if (!order.customerReference) note("customerId", null, "The customer's id at Ingram Micro is not known.");
  if (order.lines.length === 0) note("products", null, "The order has no product.");
  const services = new Set(order.lines.map((line) => line.service));
  if (services.size > 1) note("products", null, "An order may hold products of one service only.");
  const products = order.lines.flatMap((line, index) => {
    const quantity = jsonQuantity(line.quantity);
    if (quantity === null) note("quantity", index, `The quantity of ${line.partNumber} is not a positive number.`);
    return quantity === null ? [] : [draftProduct(line, quantity)];
  });
  const body: CloudBlueOrder = {
    type: "sales",
    customerId: order.customerReference ?? "",
    ...(order.purchaseOrderNumber ? { poNumber: order.purchaseOrderNumber } : {}),
    products,
  };
  return { body: OrderSchema.parse(body), missing };
}

function draftProduct(line: OrderLine, quantity: number): OrderProduct {
  const billingPeriod = vendorPeriod(line.billingPeriod);
  const subscriptionPeriod = vendorPeriod(line.commitment);
  const parameters = Object.entries(line.attributes).map(([name, value]) => ({ name, value }));
  return {
    mpn: line.partNumber,
    ...(line.provider ? { vendor: line.provider } : {}),
    ...(line.externalId ? { id: line.externalId } : {}),
    ...(billingPeriod ? { billingPeriod } : {}),
    ...(subscriptionPeriod ? { subscriptionPeriod } : {}),
    quantity,
    ...(parameters.length > 0 ? { parameters } : {}),
  };
}

const units = { D: "day", M: "month", Y: "year" } as const;

function vendorPeriod(period: Period | null): z.infer<typeof PeriodSchema> | null {
  const match = /^P(\d{1,4})([DMY])$/.exec(period ?? "");
  const unit = match?.[2];
  if (unit !== "D" && unit !== "M" && unit !== "Y") return null;
  return { type: units[unit], duration: parseInt(match?.[1] ?? "", 10) };
}
