import { z } from "zod";

// IBM's words (Marketplace External API v2). Its documents and its answers disagree in places, so every optional field
// that has the wrong type counts as absent; only what identifies a product sets the record aside.

const text = z.string().nullish().catch(null);
/** "true" and true, "false" and false, in any case of letters; anything else counts as unsaid. */
const flag = z
  .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })])
  .nullish()
  .catch(null);
/** A whole number, also written as text. */
const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^\d{1,15}$/)
    .transform((digits) => parseInt(digits, 10)),
]);
const seconds = number.nullish().catch(null);

/** Entries that are neither text nor a whole number are left out; a single text counts as a list of one. */
const texts = z
  .union([z.array(z.unknown()).max(2_000), z.string().transform((one): unknown[] => [one])])
  .transform((list) =>
    list.flatMap((entry) => (typeof entry === "string" || Number.isSafeInteger(entry) ? [String(entry)] : [])),
  )
  .nullish()
  .catch(null);

/** Entries that do not fit are left out. */
function listOf<T>(entry: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .max(2_000)
    .transform((list) =>
      list.flatMap((candidate) => {
        const parsed = entry.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    )
    .nullish()
    .catch(null);
}

const count = number
  .refine((value) => Number.isSafeInteger(value) && value >= 0)
  .nullish()
  .catch(null);

const LinksSchema = z.object({ first: text, last: text, next: text, prev: text, self: text }).nullish().catch(null);

const MetadataSchema = z
  .object({ count, offset: count, page: count, pageSize: count, pageTotal: count, total: count })
  .nullish()
  .catch(null);

/** A list of anything: products, categories, topics, service types, locales. */
export const ListSchema = z.object({
  data: z.array(z.unknown()).max(100_000),
  links: LinksSchema,
  metadata: MetadataSchema,
});

export type IbmList = z.infer<typeof ListSchema>;

export const SingleSchema = z.object({ data: z.record(z.string(), z.unknown()) });

const SupportSchema = z
  .object({ chat: text, email: text, knowledgebaseUrl: text, phone: text, url: text })
  .nullish()
  .catch(null);

export type IbmSupport = z.infer<typeof SupportSchema>;

const PlanSchema = z.object({
  id: text,
  name: text,
  type: text,
  /** Judged in the mapper: a price that is not a plain decimal is reported, not read as absent. */
  price: z.unknown().optional(),
  unit: text,
  prefix: text,
  suffix: text,
  label: text,
  description: text,
  productId: text,
  /** Documented as the text "true" or "false". */
  supportsReferralsOnly: z.union([z.boolean(), z.string()]).nullish().catch(null),
  attributes: listOf(z.object({ id: text, name: text, description: text, toolTip: text })),
});

export type IbmPlan = z.infer<typeof PlanSchema>;

export const ProductSchema = z.object({
  id: z.string(),
  name: z.string(),
  archived: flag,
  availableForLocales: texts,
  benefits: listOf(z.object({ title: text, description: text })),
  businessUnit: text,
  category: texts,
  categoryTopics: texts,
  demoUrl: text,
  description: text,
  hasTrialAvailable: flag,
  icon: text,
  imageUrl: text,
  isThirdParty: flag,
  keywords: texts,
  kubernetes: texts,
  lastModified: seconds,
  locale: text,
  longDescription: text,
  naturalLanguageName: text,
  offeringHeadline: text,
  overview: text,
  overviewHeadline: text,
  partnerWorldCertifications: listOf(z.object({ readyForProgram: text, readyForSubprogram: texts })),
  pictogram: text,
  primaryCategory: text,
  primaryCategoryTopic: text,
  productId: text,
  productIds: texts,
  productKey: text,
  provider: z.object({ name: text, contact: text }).nullish().catch(null),
  publishedOn: seconds,
  /** Checked one by one in the mapper: a plan that cannot be read is reported. */
  purchasePlans: z.array(z.unknown()).max(500).nullish(),
  resources: listOf(z.object({ name: text, type: text, description: text, url: text })),
  screenshotUrl: text,
  serviceType: text,
  support: SupportSchema,
  topics: texts,
  trialSupport: SupportSchema,
  url: text,
});

export type IbmProduct = z.infer<typeof ProductSchema>;

export { PlanSchema };

const AttributeSchema = z.object({
  attributeName: z.string().min(1).max(200),
  name: text,
  description: text,
  type: text,
  min: z.union([z.string(), z.number()]).nullish().catch(null),
  max: z.union([z.string(), z.number()]).nullish().catch(null),
  values: z
    .union([z.string(), z.array(z.unknown()).max(2_000)])
    .nullish()
    .catch(null),
  displayValues: listOf(z.record(z.string(), z.unknown())),
  optional: flag,
  unitOfMeasure: text,
  listUnitPrice: z
    .union([z.string().transform((one): unknown[] => [one]), z.array(z.unknown()).max(2_000)])
    .nullish()
    .catch(null),
  supportsOrderUpdates: flag,
});

export type IbmAttribute = z.infer<typeof AttributeSchema>;

const ComponentSchema = z.object({
  partIdentifier: z.string().min(1).max(200),
  name: text,
  description: text,
  partType: text,
  required: flag,
  allowedPartChanges: texts,
  currencyCode: text,
  attributes: z.array(AttributeSchema).max(500).nullish(),
});

export type IbmComponent = z.infer<typeof ComponentSchema>;

export const PlanConfigSchema = z.object({
  type: text,
  allowedPlanChanges: texts,
  supportsCancellation: flag,
  isSubscriptionManagementAllowed: flag,
  marketableCountries: texts,
  /** Documented as one object; real answers carry a list. */
  components: z
    .union([z.array(ComponentSchema).max(1_000), ComponentSchema.transform((one): IbmComponent[] => [one])])
    .nullish(),
});

export type IbmPlanConfig = z.infer<typeof PlanConfigSchema>;

/** Catalog routes. */
export const CatalogErrorSchema = z.object({ error: z.object({ code: z.number().optional(), message: z.string() }) });
/** Reseller routes; the schema says that the message is an object, the example is a text. */
export const ResellerErrorSchema = z.object({ errorCode: z.string(), errorMessage: z.unknown().optional() });
/** The gateway in front of both. */
export const GatewayErrorSchema = z.object({
  httpCode: z.string(),
  httpMessage: z.string(),
  moreInformation: z.string().optional(),
});
