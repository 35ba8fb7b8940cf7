import { isCurrencyCode } from "@/lib/domain/money/currency";
import { formatDecimal, parseDecimal } from "@/lib/domain/money/decimal";
import { type Amount, money, toAmount } from "@/lib/domain/money/money";
import { readQuantity } from "@/lib/vendors/amounts";
import type { CloudBlueClient } from "@/lib/vendors/cloudblue/client";
import { draftCloudBlueOrder } from "@/lib/vendors/cloudblue/order";
import type { CloudBlueEstimate } from "@/lib/vendors/cloudblue/schemas";
import type { EstimateOrder } from "@/lib/vendors/order-estimate";

export function createCloudBlueEstimates(client: CloudBlueClient): EstimateOrder {
  return async (order, signal) => {
    const { body, missing } = draftCloudBlueOrder(order);
    if (missing.length > 0) return { kind: "incomplete", missing };
    const { total, products } = await client.estimateOrder(body, { signal });
    const lines = (products ?? []).map(({ mpn, quantity, extendedPrice }) => ({
      partNumber: mpn,
      quantity: readQuantity(quantity),
      cost: readMoney(extendedPrice),
    }));
    return { kind: "estimate", total: readMoney(total), lines };
  };
}

/** May be below zero: the vendor may take something off. */
function readMoney(value: CloudBlueEstimate["total"]): Amount | null {
  const parsed = value ? parseDecimal(value.amount) : null;
  if (!value || !parsed || !isCurrencyCode(value.currency)) return null;
  return toAmount(money(formatDecimal(parsed), value.currency));
}
