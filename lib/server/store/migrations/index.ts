import type { Migration } from "kysely/migration";
import { accountsMigration } from "@/lib/server/store/migrations/0001-accounts";
import { catalogMigration } from "@/lib/server/store/migrations/0002-catalog";
import { cartsQuotesMigration } from "@/lib/server/store/migrations/0003-carts-quotes";
import { moneyMigration } from "@/lib/server/store/migrations/0004-money";
import { favouritesMigration } from "@/lib/server/store/migrations/0005-favourites";
import { quoteApprovalsMigration } from "@/lib/server/store/migrations/0007-quote-approvals";
import { savedViewsMigration } from "@/lib/server/store/migrations/0008-saved-views";
import { listPrintsMigration } from "@/lib/server/store/migrations/0009-list-prints";

/** In order of application; a name never changes once it shipped. */
export const migrations: Record<string, Migration> = {
  "0001-accounts": accountsMigration,
  "0002-catalog": catalogMigration,
  "0003-carts-quotes": cartsQuotesMigration,
  "0004-money": moneyMigration,
  "0005-favourites": favouritesMigration,
  "0007-quote-approvals": quoteApprovalsMigration,
  "0008-saved-views": savedViewsMigration,
  "0009-list-prints": listPrintsMigration,
};
