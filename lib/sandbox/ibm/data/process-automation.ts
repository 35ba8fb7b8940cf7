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
