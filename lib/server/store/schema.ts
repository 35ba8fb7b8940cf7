import type { AccountTables } from "@/lib/server/store/tables/account-tables";
import type { CartTables } from "@/lib/server/store/tables/cart-tables";
import type { CatalogTables } from "@/lib/server/store/tables/catalog-tables";
import type { FavouriteTables } from "@/lib/server/store/tables/favourite-tables";
import type { MoneyTables } from "@/lib/server/store/tables/money-tables";
import type { QuoteTables } from "@/lib/server/store/tables/quote-tables";
import type { SavedViewTables } from "@/lib/server/store/tables/saved-view-tables";

/** Every table of the product, in the subset that SQLite and PostgreSQL share: text and integers. */
export type Schema = AccountTables &
  CatalogTables &
  CartTables &
  FavouriteTables &
  MoneyTables &
  QuoteTables &
  SavedViewTables;
