import type { Texts } from "./records";

/** Category → topics, and a sentence in each language for products without a translation of their own. */
export const TAXONOMY: Readonly<Record<string, { topics: readonly string[]; headline: Texts }>> = {
  Analytics: {
    topics: ["cat.topic:WebAnalytics", "cat.topic:BusinessIntelligence", "cat.topic:PredictiveAnalytics"],
    headline: {
      en: "Turn your data into decisions",
      de: "Aus Daten werden Entscheidungen",
      fr: "Transformez vos données en décisions",
      ja: "データを意思決定に活かす",
    },
  },
  Security: {
    topics: ["cat.topic:MobileSecurity", "cat.topic:ThreatIntelligence", "cat.topic:IdentityAccess"],
    headline: {
      en: "Protect what your business runs on",
      de: "Schützen Sie, worauf Ihr Geschäft beruht",
      fr: "Protégez ce qui fait tourner votre entreprise",
      ja: "ビジネスの基盤を守る",
    },
  },
  "Data management": {
    topics: ["cat.topic:Database", "cat.topic:DataIntegration", "cat.topic:DataGovernance"],
    headline: {
      en: "Keep every record at hand",
      de: "Alle Daten jederzeit zur Hand",
      fr: "Toutes vos données à portée de main",
      ja: "すべてのデータをいつでも手元に",
    },
  },
  "Asset management": {
    topics: ["cat.topic:Maintenance", "cat.topic:Facilities", "cat.topic:InternetOfThings"],
    headline: {
      en: "Know the state of every asset",
      de: "Der Zustand jeder Anlage auf einen Blick",
      fr: "Connaissez l'état de chaque équipement",
      ja: "すべての設備の状態を把握",
    },
  },
  "Process automation": {
    topics: ["cat.topic:ProcessModeling", "cat.topic:DecisionAutomation", "cat.topic:RoboticAutomation"],
    headline: {
      en: "Let routine work run by itself",
      de: "Routinearbeit läuft von selbst",
      fr: "Laissez la routine s'exécuter seule",
      ja: "定型業務を自動化",
    },
  },
  "File transfer": {
    topics: ["cat.topic:HighSpeedTransfer", "cat.topic:PartnerExchange"],
    headline: {
      en: "Move large files fast and safely",
      de: "Große Dateien schnell und sicher übertragen",
      fr: "Transférez de gros fichiers vite et en sécurité",
      ja: "大容量ファイルを高速・安全に転送",
    },
  },
  "Cloud infrastructure": {
    topics: ["cat.topic:Containers", "cat.topic:Blockchain", "cat.topic:Monitoring"],
    headline: {
      en: "Run it wherever it fits best",
      de: "Betreiben Sie es dort, wo es am besten passt",
      fr: "Exécutez vos charges là où elles conviennent le mieux",
      ja: "最適な場所で稼働させる",
    },
  },
  "IT management": {
    topics: ["cat.topic:Observability", "cat.topic:CostControl", "cat.topic:ServiceDesk"],
    headline: {
      en: "See trouble before your users do",
      de: "Störungen erkennen, bevor Anwender sie bemerken",
      fr: "Détectez les incidents avant vos utilisateurs",
      ja: "利用者より先に障害に気付く",
    },
  },
};

export const CATEGORIES = Object.keys(TAXONOMY);
export const TOPICS = Object.values(TAXONOMY).flatMap(({ topics }) => topics);
export const SERVICE_TYPES = ["API", "Application", "Appliance", "Professional service", "Runtime"];
