export type MoneyTables = {
  /** Every version of every price rule, floor and ceiling; nothing is ever overwritten. */
  price_rules: {
    id: string;
    version: number;
    /** 1 on the newest version of a rule. */
    current: number;
    /** 1 = this version took the rule away. */
    removed: number;
    /** A `PriceEntry` as JSON. */
    data: string;
    changed_at: string;
    changed_by: string;
  };
  customers: {
    id: string;
    version: number;
    name: string;
    /** Contact, address, currency, language and owned products as JSON. */
    data: string;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
  };
};
