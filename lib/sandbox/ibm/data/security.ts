import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;
const DEVICE = { suffix: "per device per month", unit: "devices" } as const;

function maas(edition: string, price: string, sentence: string): ProductRow {
  return {
    name: `IBM MaaS360 ${edition}`,
    category: "Security",
    topic: 0,
    pitch: {
      en: sentence,
      de: "Mobile Geräte zentral verwalten und schützen.",
      fr: "Gérez et protégez tous les appareils mobiles.",
      ja: "モバイル端末を一元管理し保護します。",
    },
    keywords: ["MDM", "UEM", "mobile"],
    plans: [
      TRIAL,
      {
        name: "Per device",
        price,
        ...DEVICE,
        asksFor: ["email"],
        options: [
          ["Mobile threat management", "2"],
          ["TeamViewer support", "1.25"],
        ],
      },
      { name: "Per device, annual", price, ...DEVICE, billing: "U", asksFor: ["email"] },
    ],
  };
}

export const SECURITY: readonly ProductRow[] = [
  maas("Essentials", "4", "Enrol, secure and update phones and laptops."),
  maas("Deluxe", "5", "Essentials with mail and identity protection."),
  maas("Premier", "6.25", "Deluxe with secure documents and browser."),
  maas("Enterprise", "9", "The complete suite for regulated companies."),
  {
    name: "IBM QRadar SIEM",
    category: "Security",
    topic: 1,
    pitch: {
      en: "Find the attack in a flood of events.",
      de: "Den Angriff in der Flut der Ereignisse finden.",
      fr: "Repérez l'attaque dans le flot d'événements.",
      ja: "膨大なイベントから攻撃を見つけ出す。",
    },
    plans: [
      {
        name: "Event based",
        price: "800",
        suffix: "per 100 events per second per month",
        unit: "packs",
        min: "1",
        max: "500",
        options: [
          ["Additional log sources", "120"],
          ["Vulnerability insights", "260"],
        ],
      },
    ],
  },
  {
    name: "IBM QRadar on Cloud",
    category: "Security",
    topic: 1,
    pitch: "QRadar, run for you.",
    plans: [
      {
        name: "Standard",
        price: "2400",
        suffix: "per month",
        requiredOption: true,
        options: [
          ["Onboarding pack", "1500"],
          ["Data retention, 12 months", "400"],
        ],
      },
    ],
  },
  {
    name: "IBM QRadar Advisor",
    category: "Security",
    topic: 1,
    pitch: "Investigations with context.",
    plans: [{ name: "Advisor", price: "950", suffix: "per month" }],
  },
  {
    name: "IBM X-Force Exchange API",
    category: "Security",
    topic: 1,
    serviceType: "API",
    pitch: "Threat intelligence for your own tools.",
    plans: [TRIAL, { name: "Commercial", price: "2000", suffix: "per month" }],
  },
  {
    name: "IBM Verify",
    category: "Security",
    topic: 2,
    pitch: {
      en: "One sign-in for every application.",
      de: "Eine Anmeldung für alle Anwendungen.",
      fr: "Une seule connexion pour toutes vos applications.",
      ja: "すべてのアプリに一度のサインイン。",
    },
    plans: [TRIAL, { name: "Single sign-on", price: "1.71" }, { name: "Adaptive access", price: "2.86" }],
  },
  {
    name: "IBM Verify Governance",
    category: "Security",
    topic: 2,
    pitch: "Who may do what, and why.",
    plans: [{ name: "Standard", price: "3.4", min: "100" }],
  },
  {
    name: "IBM Guardium Insights",
    category: "Security",
    topic: 1,
    pitch: "Watch over sensitive data.",
    plans: [{ name: "SaaS", suffix: "per resource unit per month", unit: "resource units" }],
  },
  {
    name: "IBM Guardium Key Lifecycle Manager",
    category: "Security",
    pitch: "Encryption keys in one safe place.",
    plans: [{ name: "Standard", price: "310", billing: "U", unit: "resource units", bare: true }],
  },
  {
    name: "IBM Trusteer Rapport",
    category: "Security",
    topic: 1,
    pitch: "Fraud protection for online banking.",
    plans: [{ name: "Business", suffix: "per 100 clients", countries: ["USA", "Canada"] }],
  },
  {
    name: "IBM Application Security on Cloud",
    category: "Security",
    pitch: "Scan applications before they go live.",
    plans: [
      TRIAL,
      { name: "Per scan", price: "345", suffix: "per scan", unit: "scans" },
      { name: "Per application", price: "1099", suffix: "per application per month", unit: "applications" },
    ],
  },
  {
    name: "IBM Hosted Security Intelligence",
    category: "Security",
    topic: 1,
    serviceType: "Professional service",
    pitch: "Analysts on watch around the clock.",
    plans: [{ name: "Managed", suffix: "per month", notConfigurable: true }],
    notResold: true,
  },
  {
    name: "Burgwall Container Security",
    names: { de: "Burgwall Containerschutz" },
    category: "Security",
    provider: "Burgwall Demo AG",
    pitch: "Runtime protection for containers.",
    plans: [{ name: "Per node", price: "75", suffix: "per node per month", unit: "nodes", referralsOnly: true }],
    locales: ["en-us", "en-gb", "de-de"],
  },
  {
    name: "Sentry Fox Phishing Trainer",
    category: "Security",
    provider: "Sentry Fox Demo Ltd",
    pitch: "Practice mails that teach.",
    plans: [{ name: "Per user", price: "1.8", referralsOnly: true }],
    locales: ["en-us", "en-gb"],
  },
];
