import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const FILE_TRANSFER: readonly ProductRow[] = [
  {
    name: "IBM Aspera on Cloud",
    category: "File transfer",
    topic: 0,
    pitch: {
      en: "Send terabytes at line speed.",
      de: "Terabytes mit voller Leitungsgeschwindigkeit senden.",
      fr: "Envoyez des téraoctets à pleine vitesse.",
      ja: "回線速度でテラバイトを転送。",
    },
    plans: [
      TRIAL,
      { name: "Pay per use", price: "1.00", suffix: "per GB transferred", unit: "gigabytes", max: "100000" },
      { name: "Standard, 24 TB a year", price: "1040", suffix: "per month", billing: "U", asksFor: ["text", "url"] },
    ],
  },
  {
    name: "IBM Aspera Enterprise",
    category: "File transfer",
    topic: 0,
    pitch: "High-speed transfer on your own servers.",
    plans: [{ name: "Server 100 Mbps", price: "780", billing: "U", suffix: "per month" }],
  },
  {
    name: "IBM Sterling File Gateway",
    category: "File transfer",
    topic: 1,
    pitch: "Partner file exchange under control.",
    plans: [{ name: "Essentials", price: "2300", suffix: "per month" }],
  },
  {
    name: "IBM Sterling B2B Integration SaaS",
    category: "File transfer",
    topic: 1,
    pitch: "EDI without a mapping room.",
    plans: [
      {
        name: "Starter",
        price: "930",
        suffix: "per month",
        requiredOption: true,
        options: [
          ["Partner onboarding, 10 partners", "1200"],
          ["Additional documents, 5,000", "310"],
        ],
      },
    ],
  },
  {
    name: "IBM Sterling Order Management",
    category: "File transfer",
    topic: 1,
    pitch: "Promise dates you can keep.",
    plans: [{ name: "Essentials", suffix: "per order line" }],
  },
];

export const CLOUD_INFRASTRUCTURE: readonly ProductRow[] = [
  {
    name: "IBM Cloud Kubernetes Service",
    category: "Cloud infrastructure",
    topic: 0,
    serviceType: "Runtime",
    pitch: "Managed clusters, your way.",
    plans: [
      {
        name: "Worker node",
        price: "73",
        suffix: "per node per month",
        unit: "nodes",
        sizes: [
          ["2 vCPU, 4 GB", "u3c.2x4", "73"],
          ["4 vCPU, 16 GB", "b3c.4x16", "168"],
        ],
      },
    ],
  },
  {
    name: "Red Hat OpenShift on IBM Cloud",
    category: "Cloud infrastructure",
    topic: 0,
    serviceType: "Runtime",
    provider: "Red Hat",
    pitch: "OpenShift, run for you.",
    plans: [{ name: "Worker node", price: "210", suffix: "per node per month", unit: "nodes" }],
  },
  {
    name: "IBM Cloud Object Storage",
    category: "Cloud infrastructure",
    topic: 0,
    serviceType: "Runtime",
    pitch: "Unlimited buckets.",
    plans: [
      { name: "Lite", trial: true },
      { name: "Standard", price: "0.022", suffix: "per GB per month", unit: "gigabytes", max: "1000000" },
    ],
  },
  {
    name: "IBM Blockchain Platform",
    category: "Cloud infrastructure",
    topic: 1,
    serviceType: "Runtime",
    pitch: "Networks of record for partners.",
    plans: [TRIAL, { name: "Standard", price: "0.29", suffix: "per VPC hour", unit: "VPC hours" }],
  },
  {
    name: "IBM Power Virtual Server",
    category: "Cloud infrastructure",
    topic: 0,
    serviceType: "Runtime",
    pitch: "AIX and IBM i in the cloud.",
    plans: [{ name: "Shared processor", suffix: "per core per month", unit: "cores" }],
  },
  {
    name: "IBM Spectrum Protect Plus Online",
    category: "Cloud infrastructure",
    topic: 2,
    pitch: "Back up Microsoft 365 and virtual machines.",
    plans: [
      { name: "Per user", price: "1.9" },
      { name: "Per VM", price: "13", suffix: "per VM per month", unit: "virtual machines" },
    ],
  },
  {
    name: "IBM COBOL for Linux on x86",
    category: "Cloud infrastructure",
    topic: 0,
    serviceType: "Appliance",
    pitch: "The compiler your core runs on.",
    plans: [{ name: "Per core", price: "540", billing: "U", suffix: "per core per month", unit: "cores", bare: true }],
  },
  {
    name: "IBM Deep Learning Platform",
    category: "Cloud infrastructure",
    topic: 2,
    pitch: "Training jobs on shared GPUs.",
    plans: [{ name: "Standard", price: "3.06", suffix: "per GPU hour", unit: "GPU hours" }],
    notResold: true,
  },
  {
    name: "IBM Cloud Satellite",
    category: "Cloud infrastructure",
    topic: 0,
    pitch: "Cloud services in your own rooms.",
    plans: [{ name: "Location", suffix: "per core hour" }],
    notResold: true,
  },
];
