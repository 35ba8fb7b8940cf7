import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const IT_MANAGEMENT: readonly ProductRow[] = [
  {
    name: "IBM Instana Observability",
    category: "IT management",
    topic: 0,
    pitch: {
      en: "Every request traced, all the time.",
      de: "Jede Anfrage verfolgt, jederzeit.",
      fr: "Chaque requête tracée, en permanence.",
      ja: "すべてのリクエストを常時トレース。",
    },
    plans: [
      TRIAL,
      { name: "Essentials", price: "20", suffix: "per host per month", unit: "hosts" },
      {
        name: "Standard",
        price: "75",
        suffix: "per host per month",
        unit: "hosts",
        options: [["Synthetic monitoring, 1,000 runs", "12"]],
      },
    ],
  },
  {
    name: "IBM Turbonomic",
    category: "IT management",
    topic: 1,
    pitch: "The right size at every hour.",
    plans: [TRIAL, { name: "Standard", suffix: "per resource per month", unit: "resources" }],
  },
  {
    name: "IBM Apptio Cloudability",
    category: "IT management",
    topic: 1,
    pitch: "Cloud bills people understand.",
    plans: [{ name: "Essentials", price: "1500", suffix: "per month" }],
  },
  {
    name: "IBM Cloud Change Management",
    category: "IT management",
    topic: 2,
    pitch: "Changes approved, planned, done.",
    plans: [{ name: "Team", price: "28" }],
  },
  {
    name: "IBM Control Desk",
    category: "IT management",
    topic: 2,
    pitch: { en: "A service desk with assets behind it.", de: "Ein Service-Desk, der die Anlagen kennt." },
    plans: [
      { name: "Agent", price: "99" },
      { name: "Approver", price: "9" },
    ],
  },
  {
    name: "IBM Rational Test Workbench",
    category: "IT management",
    topic: 0,
    pitch: "Tests that run before people come in.",
    plans: [{ name: "Floating user", price: "410", billing: "U" }],
  },
  {
    name: "IBM UrbanCode Deploy",
    category: "IT management",
    topic: 2,
    pitch: "Release without a night shift.",
    plans: [{ name: "Per agent", price: "62", suffix: "per agent per month", unit: "agents" }],
    archived: true,
  },
  {
    name: "IBM License Metric Service",
    category: "IT management",
    topic: 1,
    pitch: "Know what you may run.",
    plans: [{ name: "Standard", price: "0.00", suffix: "per month" }],
  },
  {
    name: "IBM Cloud Pak for AIOps",
    category: "IT management",
    topic: 0,
    pitch: "Fewer alerts, earlier.",
    plans: [{ name: "Standard", suffix: "per month", notConfigurable: true }],
  },
  {
    name: "Nordlicht Status Pages",
    names: { de: "Nordlicht Statusseiten" },
    category: "IT management",
    provider: "Nordlicht Demo GmbH",
    topic: 0,
    pitch: { en: "Tell customers before they call.", de: "Kunden informieren, bevor sie anrufen." },
    plans: [{ name: "Business", price: "49", suffix: "per month", referralsOnly: true }],
    locales: ["en-us", "de-de"],
  },
];
