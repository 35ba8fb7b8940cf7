export const LOCALES = ["en-us", "en-gb", "de-de", "fr-fr", "ja-jp"] as const;
export type Locale = (typeof LOCALES)[number];

export type Texts = { en: string; de?: string; fr?: string; ja?: string };

export type IbmAttribute = {
  attributeName: string;
  unitOfMeasure: string;
  name?: string;
  description?: string;
  type?: "text" | "number" | "enumeration" | "url" | "email";
  min?: string;
  max?: string;
  values?: readonly string[];
  displayValues?: readonly Readonly<Record<string, string>>[];
  listUnitPrice?: readonly string[];
  optional?: boolean;
  supportsOrderUpdates?: boolean;
};

export type IbmComponent = {
  partIdentifier: string;
  name: string;
  description: string;
  partType: "bundle" | "option";
  required: boolean;
  allowedPartChanges: string | readonly string[];
  currencyCode?: string;
  attributes: readonly IbmAttribute[];
};

export type IbmPlan = {
  id: string;
  name: string;
  type: "Try" | "Buy";
  /** US dollars; absent = priced by IBM on request. */
  price?: string;
  suffix: string;
  description: string;
  referralsOnly: boolean;
  productId: string;
  features: readonly (readonly [name: string, value: string])[];
  components: readonly IbmComponent[];
  countries?: readonly string[];
  changesTo: readonly string[];
  supportsCancellation?: boolean;
  billing: "U" | "M";
  /** Some plans cannot be configured outside IBM's own pages. */
  configurable: boolean;
};

export type IbmProduct = {
  id: string;
  productKey: string;
  slug: string;
  name: string;
  /** Other names where the vendor translates this one. */
  names?: Omit<Texts, "en">;
  shortName: string;
  primaryCategory: string;
  categories: readonly string[];
  topics: readonly string[];
  serviceType: string;
  provider: string;
  headline: Texts;
  pitch: Texts;
  keywords: readonly string[];
  locales: readonly Locale[];
  plans: readonly IbmPlan[];
  archived: boolean;
  /** Whether this reseller may sell it. */
  resold: boolean;
  /** Seconds since 1970. */
  publishedOn: number;
  lastModified: number;
  /** Sent as it is, apart from `locale`, `archived` and the plans' prices. */
  verbatim?: Readonly<Record<string, unknown>>;
};
