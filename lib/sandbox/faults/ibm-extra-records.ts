import { HOSTILE_TEXTS, ODD_AMOUNTS } from "./hostile-text";

function record(number: number, name: string, more: object = {}): object {
  const id = `00000000${"bad".padEnd(8, "0")}${number.toString(16).padStart(16, "0")}`;
  return {
    archived: false,
    availableForLocales: ["en-us"],
    category: ["Analytics"],
    description: name,
    id,
    locale: "en-us",
    longDescription: name,
    name,
    naturalLanguageName: name,
    primaryCategory: "Analytics",
    productIds: [`DEMO${number}`],
    productKey: `DEMO_HOSTILE_${number}`,
    productPageName: `demo-hostile-${number}`,
    provider: { name: "IBM" },
    purchasePlans: [],
    serviceType: "Application",
    topics: [],
    url: `https://www.example.com/marketplace/demo-hostile-${number}`,
    ...more,
  };
}

function plan(number: number, price: string): object {
  return { purchasePlans: [{ id: `DEMO-HOSTILE-${number}`, name: "Plan", type: "Buy", unit: "USD", price }] };
}

/** Right in shape, bad in content. */
export const HOSTILE_IBM_RECORDS: readonly object[] = [
  ...HOSTILE_TEXTS.map((text, i) => record(i, text)),
  ...ODD_AMOUNTS.map((amount, i) => record(100 + i, `Odd price ${i}`, plan(i, amount))),
  record(200, "Script link", { url: "javascript:globalThis.sandboxWasHere=true", icon: "javascript:alert(1)" }),
  record(201, "Data link", { url: "data:text/html,<script>globalThis.sandboxWasHere=true</script>" }),
  record(202, "Loopback image", { icon: "http://127.0.0.1:1/icon.png", imageUrl: "file:///etc/passwd" }),
  record(203, "Path in the page name", { productPageName: "../../settings" }),
  record(204, "Same plan twice", {
    purchasePlans: [
      { id: "DEMO-TWIN", name: "A", type: "Buy", unit: "USD", price: "1.00" },
      { id: "DEMO-TWIN", name: "B", type: "Buy", unit: "USD", price: "9.00" },
    ],
  }),
  record(205, "Huge description", { longDescription: "lorem ".repeat(50_000) }),
];

/** Entries that break the documented shape. */
export const BROKEN_IBM_RECORDS: readonly unknown[] = [
  null,
  "just text",
  [],
  {},
  record(300, "No id", { id: undefined }),
  record(301, "Number as id", { id: 301 }),
  record(302, "Plans as object", { purchasePlans: { id: "X" } }),
  record(303, "Price as number", {
    purchasePlans: [{ id: "DEMO-NUM", name: "N", type: "Buy", unit: "USD", price: 30 }],
  }),
  record(304, "Category as text", { category: "Analytics" }),
  record(305, "Name missing", { name: null, naturalLanguageName: null }),
  record(306, "Locales missing", { availableForLocales: null }),
  record(307, "Provider as text", { provider: "IBM" }),
  record(308, "Archived as text", { archived: "false" }),
];
