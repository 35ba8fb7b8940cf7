import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const PROCESS_AUTOMATION: readonly ProductRow[] = [
  {
    name: "IBM Blueworks Live",
    category: "Process automation",
    topic: 0,
    pitch: {
      en: "Draw how work is done, together, in the browser.",
      de: "Abläufe gemeinsam im Browser modellieren.",
      fr: "Modélisez vos processus à plusieurs, dans le navigateur.",
      ja: "業務プロセスをブラウザーで共同モデリング。",
    },
    plans: [
      TRIAL,
      {
        name: "Editor",
        price: "53",
        options: [
          ["Contributor", "10"],
          ["Viewer", "2"],
          ["Community member", "0"],
        ],
      },
      { name: "Contributor pack", price: "10", min: "25" },
    ],
  },
  {
    name: "IBM Business Automation Workflow on Cloud",
    category: "Process automation",
    topic: 0,
    pitch: "Run the processes you drew.",
    plans: [
      { name: "Express", price: "2900", suffix: "per month" },
      { name: "Enterprise", suffix: "per month" },
    ],
  },
  {
    name: "IBM Operational Decision Manager on Cloud",
    category: "Process automation",
    topic: 1,
    pitch: "Business rules, owned by the business.",
    plans: [{ name: "Express", price: "3100", suffix: "per month" }],
  },
  {
    name: "IBM Automation Decision Services",
    category: "Process automation",
    topic: 1,
    serviceType: "API",
    pitch: "Decisions as a service.",
    plans: [TRIAL, { name: "Standard", price: "900", suffix: "per month" }],
  },
  {
    name: "IBM Robotic Process Automation",
    category: "Process automation",
    topic: 2,
    pitch: { en: "Software robots for routine screens.", de: "Software-Roboter für Routinearbeit." },
    plans: [
      TRIAL,
      {
        name: "SaaS",
        price: "1600",
        suffix: "per month",
        options: [
          ["Unattended bot", "650"],
          ["Attended bot", "210"],
        ],
      },
    ],
  },
  {
    name: "IBM Datacap on Cloud",
    category: "Process automation",
    topic: 2,
    pitch: "Paper in, data out.",
    plans: [{ name: "Standard", price: "1250", suffix: "per month" }],
  },
  {
    name: "IBM Process Mining",
    category: "Process automation",
    topic: 0,
    pitch: "See what really happens.",
    plans: [TRIAL, { name: "Analyst", price: "820" }],
  },
  {
    name: "IBM FileNet Content Services",
    category: "Process automation",
    topic: 2,
    pitch: "Documents with rules and retention.",
    plans: [{ name: "Standard", price: "39", min: "50" }],
  },
  {
    name: "IBM watsonx Orchestrate",
    category: "Process automation",
    topic: 2,
    pitch: "An assistant that finishes tasks.",
    plans: [TRIAL, { name: "Essentials", price: "500", suffix: "per instance per month", unit: "instances" }],
  },
];

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
    category: "IT management",
    provider: "Nordlicht Demo GmbH",
    topic: 0,
    pitch: { en: "Tell customers before they call.", de: "Kunden informieren, bevor sie anrufen." },
    plans: [{ name: "Business", price: "49", suffix: "per month", referralsOnly: true }],
    locales: ["en-us", "de-de"],
  },
];
