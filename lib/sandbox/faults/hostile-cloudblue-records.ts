import { HOSTILE_TEXTS, ODD_AMOUNTS } from "./hostile-text";

const MONTH = { type: "month", duration: 1 };

function record(mpn: string, name: string, more: object = {}): object {
  return {
    mpn,
    name,
    serviceName: "DEMO_HOSTILE",
    minimumQuantity: "1.0",
    maximumQuantity: "100.0",
    costs: [{ currency: "USD", amount: "1.5", type: "recurring" }],
    prices: [{ currency: "USD", amount: "2.5", type: "recurring" }],
    billingPeriod: MONTH,
    subscriptionPeriod: MONTH,
    dependsOn: [],
    ...more,
  };
}

function priced(amount: string): object {
  return { prices: [{ currency: "USD", amount, type: "recurring" }] };
}

/** Right in shape, bad in content. Sent after the real products while the fault is on. */
export const HOSTILE_CLOUDBLUE_RECORDS: readonly object[] = [
  ...HOSTILE_TEXTS.map((text, i) => record(`DEMO-HOSTILE-NAME-${i}`, text)),
  ...ODD_AMOUNTS.map((amount, i) => record(`DEMO-HOSTILE-PRICE-${i}`, `Odd price ${i}`, priced(amount))),
  ...ODD_AMOUNTS.map((amount, i) =>
    record(`DEMO-HOSTILE-COST-${i}`, `Odd cost ${i}`, { costs: [{ currency: "USD", amount, type: "recurring" }] }),
  ),
  record("<b>DEMO</b>-HOSTILE-MPN", "Markup in the MPN"),
  record("=DEMO+HOSTILE", "Formula in the MPN"),
  record("DEMO/HOSTILE/../MPN?x=1#y %2F", "An MPN that needs escaping in an address"),
  record(" DEMO-HOSTILE-SPACES ", "Spaces around the MPN"),
  record("demo-hostile-case", "Same MPN in small letters"),
  record("DEMO-HOSTILE-CASE", "Same MPN in capitals"),
  record("DEMO-HOSTILE-TWIN", "Twin, cheaper"),
  record("DEMO-HOSTILE-TWIN", "Twin, dearer", priced("99")),
  record("DEMO-HOSTILE-SELF", "Needs itself", { dependsOn: ["DEMO-HOSTILE-SELF"] }),
  record("DEMO-HOSTILE-MANY", "Needs a thousand", {
    dependsOn: Array.from({ length: 1000 }, (_, i) => `DEMO-HOSTILE-NONE-${i}`),
  }),
  record("DEMO-HOSTILE-RANGE", "Minimum above maximum", { minimumQuantity: "10.0", maximumQuantity: "5.0" }),
  record("DEMO-HOSTILE-CURRENCY", "Unknown currency", {
    prices: [{ currency: "ZZZ", amount: "1", type: "recurring" }],
  }),
  record("DEMO-HOSTILE-PERIOD", "Odd period", { billingPeriod: { type: "fortnight", duration: 0 } }),
];
