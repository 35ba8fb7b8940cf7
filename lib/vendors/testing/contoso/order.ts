import { z } from "zod";
import { jsonQuantity, type MissingFact, type NeutralOrder, type OrderDraft } from "@/lib/vendors/order-draft";

export const BasketSchema = z.strictObject({
  account: z.string(),
  reference: z.string().optional(),
  positions: z.array(z.strictObject({ sku: z.string().min(1), edition: z.string(), seats: z.number().positive() })),
});

export type ContosoBasket = z.infer<typeof BasketSchema>;

/** A basket holds items of one family. */
export function draftContosoOrder(order: NeutralOrder): OrderDraft<ContosoBasket> {
  const missing: MissingFact[] = [];
  const note = (field: string, line: number | null, message: string) => missing.push({ field, line, message });
  if (!order.customerReference) note("account", null, "The customer's account at Contoso Cloud is not known.");
  if (order.lines.length === 0) note("positions", null, "The order has no product.");
  if (new Set(order.lines.map(({ service }) => service)).size > 1) {
    note("positions", null, "An order may hold products of one family only.");
  }
  const positions = order.lines.flatMap((line, index) => {
    const seats = jsonQuantity(line.quantity);
    if (seats === null) note("seats", index, `The quantity of ${line.partNumber} is not a positive number.`);
    return seats === null ? [] : [{ sku: line.partNumber, edition: line.planKey, seats }];
  });
  const body: ContosoBasket = {
    account: order.customerReference ?? "",
    ...(order.purchaseOrderNumber ? { reference: order.purchaseOrderNumber } : {}),
    positions,
  };
  return { body: BasketSchema.parse(body), missing };
}
