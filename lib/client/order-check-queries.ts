import { callApi, pathOf } from "@/lib/client/api";
import type { OrderEstimateDto } from "@/lib/contracts/order-draft";

export type OrderEstimate = OrderEstimateDto;

export async function checkOrder(cartId: string, order: number, customerId: string): Promise<OrderEstimate> {
  const path = `/api${pathOf("carts", cartId, "orders", String(order), "estimate")}`;
  return (await callApi<OrderEstimate>("POST", path, { body: { customerId } })).body;
}
