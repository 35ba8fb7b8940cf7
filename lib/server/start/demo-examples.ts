import { type CustomerEntry, CustomerEntrySchema } from "@/lib/contracts/customers";
import { type PriceEntry, PriceEntrySchema } from "@/lib/contracts/price-rules";

/** A calendar year from the one in which the demo begins. */
type Year = (offset: number) => number;

/** Made-up buyers; the first one already has what the add-ons of its suite need. */
export const demoCustomers: readonly CustomerEntry[] = [
  {
    name: "Sample Bakery Ltd (demo)",
    contact: "Demo Buyer",
    email: "buyer@bakery.example",
    contacts: [{ name: "Demo Accounts", role: "Invoices", email: "accounts@bakery.example" }],
    address: ["2 Sample Street", "Exampletown EX1 0AB"],
    country: "GB",
    currency: "USD",
    language: "en-GB",
    owned: [{ vendor: "cloudblue", key: "91fd106f-4b2c-4938-95ac-f54f74e9a239" }],
  },
  {
    name: "Muster Logistik GmbH (demo)",
    contact: "Demo Einkauf",
    email: "einkauf@logistik.example",
    contacts: [],
    address: ["Musterweg 3", "00000 Musterstadt"],
    country: "DE",
    currency: "EUR",
    language: "de-DE",
    owned: [],
  },
  {
    name: "Placeholder Clinic (demo)",
    contact: null,
    email: null,
    contacts: [],
    address: [],
    country: "US",
    currency: "USD",
    language: "en-US",
    owned: [],
  },
].map((entry) => CustomerEntrySchema.parse(entry));

/**
 * Made-up rules that show every kind of origin and every band: estimated costs where the vendor tells none, a thin
 * margin, a loss, a price agreed with a customer, one that ended and one that has not begun.
 */
export function demoRules(year: Year, customer: string): readonly PriceEntry[] {
  const rules = [
    ...estimatedCosts,
    {
      sets: "price",
      name: "HelloSign close to cost (demo)",
      scope: { service: "HELLOSIGN" },
      effect: { kind: "markup-on-cost", percent: "4" },
    },
    {
      sets: "price",
      name: "Veeam at 22 %, ending in .95 (demo)",
      scope: { service: "VEEAM" },
      effect: { kind: "target-margin", percent: "22" },
      rounding: { kind: "ending", ending: "0.95", direction: "up" },
    },
    {
      sets: "price",
      name: "Veeam spring campaign (demo)",
      scope: { category: "Data management", service: "VEEAM" },
      effect: { kind: "target-margin", percent: "15" },
      validFrom: `${year(-1)}-03-01`,
      validUntil: `${year(-1)}-05-31`,
    },
    {
      sets: "price",
      name: "Veeam from next year (demo)",
      scope: { service: "VEEAM" },
      effect: { kind: "target-margin", percent: "25" },
      validFrom: `${year(1)}-01-01`,
    },
    {
      sets: "price",
      name: "Dropbox introductory price (demo)",
      scope: { product: { vendor: "cloudblue", key: "DEMO-DBX-STD~P1M~P1M" } },
      effect: { kind: "fixed", amount: "14.90", currency: "USD" },
    },
    {
      sets: "price",
      name: "Agreed with Sample Bakery (demo)",
      scope: { customer, vendor: "ibm" },
      effect: { kind: "discount-from-list", percent: "6" },
    },
    ...limits,
  ];
  return rules.map((rule) => PriceEntrySchema.parse(rule));
}

const offList = (percent: string) => ({ kind: "discount-from-list", percent });

const estimatedCosts = [
  { sets: "cost", name: "What IBM leaves us (demo)", scope: { vendor: "ibm" }, effect: offList("18") },
  { sets: "cost", name: "IBM security (demo)", scope: { vendor: "ibm", category: "Security" }, effect: offList("12") },
  {
    sets: "cost",
    name: "IBM file transfer, little left (demo)",
    scope: { vendor: "ibm", category: "File transfer" },
    effect: offList("4"),
  },
];

const limits = [
  {
    sets: "limit",
    name: "House floor (demo)",
    scope: {},
    limit: { kind: "minimum-margin", percent: "5" },
    policy: "ask",
  },
  {
    sets: "limit",
    name: "Never below cost (demo)",
    scope: { service: "O365" },
    limit: { kind: "not-below-cost" },
    policy: "block",
  },
  {
    sets: "limit",
    name: "Not above IBM’s list price (demo)",
    scope: { vendor: "ibm" },
    limit: { kind: "not-above-list" },
    policy: "warn",
  },
];
