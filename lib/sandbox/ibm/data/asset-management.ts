import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const ASSET_MANAGEMENT: readonly ProductRow[] = [
  {
    name: "IBM Maximo SaaS",
    category: "Asset management",
    topic: 0,
    pitch: {
      en: "Maintenance, spares and crews in one system.",
      de: "Wartung, Ersatzteile und Teams in einem System.",
      fr: "Maintenance, pièces et équipes dans un seul système.",
      ja: "保全・予備品・人員を一つのシステムで。",
    },
    plans: [
      {
        name: "Authorized user",
        price: "159",
        suffix: "per authorized user per month",
        min: "10",
        options: [
          ["Scheduler", "40"],
          ["Non-production instance", "3300"],
          ["Overage, authorized user", "191"],
        ],
      },
      {
        name: "Concurrent user",
        price: "477",
        suffix: "per concurrent user per month",
        options: [["Scheduler", "40"]],
      },
      { name: "Limited use", price: "53", suffix: "per limited user per month", billing: "U" },
    ],
  },
  {
    name: "IBM Maximo Visual Inspection",
    category: "Asset management",
    topic: 0,
    pitch: "Cameras that find defects.",
    plans: [TRIAL, { name: "Standard", price: "1450", suffix: "per month" }],
  },
  {
    name: "IBM Maximo Health",
    category: "Asset management",
    topic: 0,
    pitch: "A score for every machine.",
    plans: [{ name: "Standard", price: "95" }],
  },
  {
    name: "IBM Maximo Predict",
    category: "Asset management",
    topic: 2,
    pitch: "Repair before it breaks.",
    plans: [{ name: "Standard", price: "130", requiredOption: true, options: [["Maximo Health entitlement", "95"]] }],
  },
  {
    name: "IBM TRIRIGA",
    category: "Asset management",
    topic: 1,
    pitch: { en: "Space, leases and buildings.", de: "Flächen, Mietverträge und Gebäude." },
    plans: [
      { name: "Authorized user", price: "125" },
      { name: "Facility planner", price: "210" },
    ],
  },
  {
    name: "IBM Envizi ESG Suite",
    category: "Asset management",
    topic: 1,
    pitch: "Emissions you can audit.",
    plans: [{ name: "Essentials", suffix: "per month" }],
  },
  {
    name: "IBM Engineering Lifecycle Management",
    category: "Asset management",
    topic: 2,
    pitch: "Requirements to release, traced.",
    plans: [
      { name: "Contributor", price: "71" },
      { name: "Practitioner", price: "218" },
    ],
  },
  {
    name: "IBM IoT Platform",
    category: "Asset management",
    topic: 2,
    serviceType: "Runtime",
    pitch: "Devices in, data out.",
    plans: [TRIAL, { name: "Standard", price: "500", suffix: "per month" }],
    archived: true,
  },
  {
    name: "Traverse Fleet Tracker",
    names: { fr: "Traverse Suivi de flotte" },
    category: "Asset management",
    provider: "Traverse Demo SAS",
    topic: 2,
    pitch: { en: "Every vehicle on one map.", fr: "Tous vos véhicules sur une seule carte." },
    plans: [
      { name: "Per vehicle", price: "12.5", suffix: "per vehicle per month", unit: "vehicles", referralsOnly: true },
    ],
    locales: ["en-us", "fr-fr"],
  },
];
