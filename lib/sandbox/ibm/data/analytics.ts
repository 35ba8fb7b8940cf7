import type { ProductRow } from "../shape";

const TRIAL = { name: "Trial", trial: true } as const;

export const ANALYTICS: readonly ProductRow[] = [
  {
    name: "IBM SPSS Statistics Subscription",
    category: "Analytics",
    topic: 2,
    pitch: {
      en: "Statistical analysis with options you add when a project needs them.",
      de: "Statistische Analysen mit Zusatzmodulen, die Sie nach Bedarf ergänzen.",
      fr: "L'analyse statistique, avec des options à ajouter selon vos projets.",
      ja: "必要なときにオプションを追加できる統計解析。",
    },
    keywords: ["statistics", "survey", "regression"],
    plans: [
      TRIAL,
      {
        name: "Base",
        price: "99",
        options: [
          ["Custom Tables and Advanced Statistics", "79"],
          ["Complex Sampling and Testing", "79"],
          ["Forecasting and Decision Trees", "79"],
        ],
      },
    ],
  },
  {
    name: "IBM Watson Analytics",
    category: "Analytics",
    topic: 1,
    pitch: {
      en: "Ask questions of your data in plain language and get charts back.",
      de: "Stellen Sie Ihren Daten Fragen in Alltagssprache und erhalten Sie Diagramme.",
      fr: "Interrogez vos données en langage courant et obtenez des graphiques.",
      ja: "日常の言葉でデータに問いかけ、グラフで答えを得られます。",
    },
    plans: [
      TRIAL,
      { name: "Plus", price: "30", options: [["Additional storage, 10 GB", "10"]] },
      { name: "Professional", price: "80", options: [["Additional storage, 50 GB", "40"]] },
      { name: "Professional Dedicated", suffix: "per instance per month", unit: "instances" },
    ],
  },
  {
    name: "IBM Cognos Analytics on Cloud",
    category: "Analytics",
    topic: 1,
    pitch: {
      en: "Reports and dashboards the whole company can trust.",
      de: "Berichte und Dashboards, denen das ganze Unternehmen vertraut.",
      fr: "Des rapports et tableaux de bord fiables pour toute l'entreprise.",
      ja: "全社で信頼できるレポートとダッシュボード。",
    },
    plans: [
      { ...TRIAL, suffix: "per authorized user per month" },
      { name: "Standard", price: "10.6", suffix: "per authorized user per month", min: "5" },
      {
        name: "Premium",
        price: "42.4",
        suffix: "per authorized user per month",
        options: [["Mobile add-on", "6.4"]],
        bare: true,
      },
    ],
  },
  {
    name: "IBM Planning Analytics",
    category: "Analytics",
    topic: 2,
    pitch: {
      en: "Budgets, forecasts and what-if plans in one model.",
      de: "Budgets, Prognosen und Szenarien in einem Modell.",
      fr: "Budgets, prévisions et scénarios dans un même modèle.",
      ja: "予算・予測・シナリオを一つのモデルで。",
    },
    plans: [
      TRIAL,
      {
        name: "Essentials",
        price: "825",
        suffix: "per instance per month",
        unit: "instances",
        sizes: [
          ["Small, 16 GB", "S16", "825"],
          ["Medium, 32 GB", "M32", "1550"],
          ["Large, 64 GB", "L64", "2900"],
        ],
      },
      {
        name: "Standard",
        price: "45",
        options: [
          ["Modeler role", "110"],
          ["Explorer role", "25"],
        ],
        min: "10",
      },
    ],
  },
  {
    name: "IBM SPSS Modeler Gold",
    category: "Analytics",
    topic: 2,
    pitch: "Visual data science from preparation to scoring.",
    plans: [TRIAL, { name: "Gold", price: "499", billing: "U" }],
  },
  {
    name: "IBM SPSS Amos",
    category: "Analytics",
    topic: 2,
    pitch: "Structural equation modelling for researchers.",
    plans: [{ name: "Standard", price: "48", billing: "U" }],
  },
  {
    name: "IBM Watson Studio",
    category: "Analytics",
    topic: 2,
    pitch: "Build, run and manage models together.",
    plans: [
      { name: "Lite", trial: true },
      { name: "Professional", price: "1.02", suffix: "per capacity unit hour", unit: "capacity unit hours" },
    ],
  },
  {
    name: "IBM Watson Discovery",
    category: "Analytics",
    serviceType: "API",
    pitch: "Find answers in contracts, manuals and mail.",
    plans: [{ name: "Plus", price: "500", suffix: "per instance per month", unit: "instances" }],
  },
  {
    name: "IBM Watson Assistant",
    category: "Analytics",
    serviceType: "API",
    pitch: {
      en: "Conversations that solve the customer's problem.",
      de: "Gespräche, die das Anliegen des Kunden lösen.",
      ja: "顧客の課題を解決する対話を。",
    },
    plans: [TRIAL, { name: "Plus", price: "140", suffix: "per 1,000 users per month", unit: "packs" }],
  },
  {
    name: "IBM Digital Analytics",
    category: "Analytics",
    topic: 0,
    pitch: "Web analytics across sites and campaigns.",
    plans: [{ name: "Core", price: "750", suffix: "per month" }],
    archived: true,
  },
  {
    name: "IBM Tealeaf on Cloud",
    category: "Analytics",
    topic: 0,
    pitch: "Replay what visitors struggled with.",
    plans: [{ name: "Standard", suffix: "per month" }],
  },
  {
    name: "IBM Decision Optimization",
    category: "Analytics",
    topic: 2,
    pitch: "Best plans under real constraints.",
    plans: [TRIAL, { name: "Professional", price: "199" }],
  },
  {
    name: "Fernblick Dashboards",
    names: { de: "Fernblick Kennzahlentafeln" },
    category: "Analytics",
    provider: "Fernblick Demo GmbH",
    topic: 1,
    pitch: { en: "Boardroom dashboards out of the box.", de: "Fertige Dashboards für die Geschäftsleitung." },
    plans: [{ name: "Team", price: "18", referralsOnly: true }],
    locales: ["en-us", "de-de"],
  },
];
