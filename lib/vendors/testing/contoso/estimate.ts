import type { Amount } from "@/lib/domain/money/money";
import { isCurrencyCode } from "@/lib/domain/money/currency";
import { readAmount, readQuantity } from "@/lib/vendors/amounts";
import type { EstimateOrder } from "@/lib/vendors/order-estimate";
import type { ContosoClient } from "@/lib/vendors/testing/contoso/client";
import { draftContosoOrder } from "@/lib/vendors/testing/contoso/order";
import type { ContosoMoney } from "@/lib/vendors/testing/contoso/schemas";

export function createContosoEstimates(client: ContosoClient): EstimateOrder {
  return async (order, signal) => {
    const { body, missing } = draftContosoOrder(order);
    if (missing.length > 0) return { kind: "incomplete", missing };
    const { sum, rows } = await client.priceBasket(body, { signal });
    const lines = rows.map((row) => ({
      partNumber: row.sku,
      quantity: readQuantity(row.seats),
      cost: readMoney(row.sum),
    }));
    return { kind: "estimate", total: readMoney(sum), lines };
  };
}

function readMoney(money: ContosoMoney | null | undefined): Amount | null {
  const [amount, currency] = [readAmount(money?.value), money?.in];
  return amount !== null && typeof currency === "string" && isCurrencyCode(currency) ? { amount, currency } : null;
}
