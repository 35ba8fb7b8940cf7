import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const DATA_MANAGEMENT: readonly ProductRow[] = [
  {
    name: "IBM Cloudant",
    category: "Data management",
    topic: 0,
    serviceType: "Runtime",
    pitch: {
      en: "A JSON document database that grows with the load.",
      de: "Eine JSON-Dokumentdatenbank, die mit der Last wächst.",
      fr: "Une base de documents JSON qui suit votre charge.",
      ja: "負荷に応じて拡張するJSONドキュメントデータベース。",
    },
    plans: [
      { name: "Lite", trial: true, suffix: "per month" },
      {
        name: "Standard",
        price: "75",
        suffix: "per month",
        unit: "instances",
        options: [
          ["Storage over 20 GB, per GB", "1"],
          ["Reads per second", "0.25"],
          ["Writes per second", "0.5"],
          ["Global queries per second", "5"],
        ],
      },
      {
        name: "Dedicated hardware",
        price: "5000",
        suffix: "per instance per month",
        unit: "instances",
        notConfigurable: true,
      },
    ],
  },
  {
    name: "IBM Db2 on Cloud",
    category: "Data management",
    topic: 0,
    serviceType: "Runtime",
    pitch: {
      en: "A relational database run for you.",
      de: "Eine relationale Datenbank, für Sie betrieben.",
      fr: "Une base relationnelle exploitée pour vous.",
      ja: "運用付きのリレーショナルデータベース。",
    },
    plans: [
      TRIAL,
      {
        name: "Flex",
        price: "189",
        suffix: "per instance per month",
        unit: "instances",
        sizes: [
          ["1 core, 4 GB", "C1", "189"],
          ["4 cores, 16 GB", "C4", "699"],
          ["16 cores, 64 GB", "C16", "2590"],
        ],
        options: [["High availability node", "189"]],
      },
    ],
  },
  {
    name: "IBM Db2 Warehouse on Cloud",
    category: "Data management",
    topic: 0,
    pitch: "Analytics on terabytes.",
    plans: [
      { name: "Flex One", price: "1234", suffix: "per instance per month", unit: "instances" },
      { name: "Flex Performance", suffix: "per instance per month", unit: "instances" },
    ],
  },
  {
    name: "IBM Informix on Cloud",
    category: "Data management",
    topic: 0,
    pitch: "Small, fast, nearly administration-free.",
    plans: [
      { name: "Small", price: "1250", suffix: "per month" },
      { name: "Medium", price: "2200", suffix: "per month" },
    ],
  },
  {
    name: "IBM Netezza as a Service",
    category: "Data management",
    topic: 0,
    pitch: "The warehouse appliance as a service.",
    plans: [{ name: "Standard", suffix: "per unit per month" }],
  },
  {
    name: "IBM DataStage as a Service",
    category: "Data management",
    topic: 1,
    pitch: "Data pipelines drawn, not coded.",
    plans: [TRIAL, { name: "Standard", price: "1.75", suffix: "per capacity unit hour", unit: "capacity unit hours" }],
  },
  {
    name: "IBM Knowledge Catalog",
    category: "Data management",
    topic: 2,
    pitch: {
      en: "Know which data you have and who may use it.",
      fr: "Sachez quelles données vous avez et qui peut s'en servir.",
    },
    plans: [TRIAL, { name: "Standard", price: "300", suffix: "per instance per month", unit: "instances" }],
  },
  {
    name: "IBM Master Data Connect",
    category: "Data management",
    topic: 2,
    pitch: "One record per customer.",
    plans: [
      {
        name: "Standard",
        price: "0.0035",
        suffix: "per record per month",
        unit: "records",
        min: "10000",
        max: "9000000",
      },
    ],
  },
  {
    name: "IBM App Connect",
    category: "Data management",
    topic: 1,
    pitch: "Connect what you have to what you buy.",
    plans: [
      { name: "Lite", trial: true },
      { name: "Professional", price: "500", suffix: "per month", options: [["Extra flow runs, 10,000", "90"]] },
    ],
  },
  {
    name: "IBM Optim Archive",
    category: "Data management",
    topic: 2,
    pitch: "Retire data, keep it findable.",
    plans: [{ name: "Per terabyte", price: "420", suffix: "per terabyte per month", unit: "terabytes", billing: "U" }],
  },
  {
    name: "IBM Data Replication",
    category: "Data management",
    topic: 1,
    pitch: "Copies that are never behind.",
    plans: [{ name: "Standard", suffix: "per source per month", unit: "sources" }],
  },
  {
    name: "Kirschbaum Data Masking",
    category: "Data management",
    provider: "Kirschbaum Demo KK",
    topic: 2,
    pitch: { en: "Realistic test data without real people.", ja: "実在の人物を含まないテストデータを生成します。" },
    plans: [{ name: "Team", price: "240", suffix: "per month", referralsOnly: true }],
    locales: ["en-us", "ja-jp"],
  },
];
