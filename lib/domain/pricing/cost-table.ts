import type { CostUnknownReason } from "@/lib/domain/catalog/product";
import type { CurrencyCode } from "@/lib/domain/money/currency";
import type { CostOrigin } from "@/lib/domain/pricing/cost";
import type { TierTable } from "@/lib/domain/pricing/tier-table";

export type CostTable =
  | {
      readonly known: true;
      readonly table: TierTable;
      readonly origin: CostOrigin;
      readonly estimated: boolean;
      readonly ruleName: string | null;
    }
  | {
      readonly known: false;
      readonly reason: CostUnknownReason;
      /** The vendor tells it in another currency only: it is shown, and nothing is worked out from it. */
      readonly elsewhere: { readonly currency: CurrencyCode; readonly table: TierTable } | null;
    };
