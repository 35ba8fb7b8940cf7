import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";
import { synonymLimits, synonymProblems } from "@/lib/domain/catalog/text/check-synonyms";

const ifMatch = [{ name: "If-Match", required: true, description: "The ETag that was last seen, or *" }] as const;

const ServiceSchema = z.string().trim().min(1).max(200);
const ValuesSchema = z.array(z.string().min(1).max(200)).max(40);

export const TaxonomyRowSchema = z
  .strictObject({
    service: ServiceSchema.meta({ description: "In any case; `O365` serves `O365_APS2` too unless that has a row" }),
    categories: ValuesSchema,
    topics: ValuesSchema,
    serviceType: z.string().min(1).max(200).nullable(),
  })
  .meta({ id: "TaxonomyRow" });

export type TaxonomyRowDto = z.infer<typeof TaxonomyRowSchema>;

export const TaxonomySchema = z
  .strictObject({ rows: z.array(TaxonomyRowSchema).max(2_000) })
  .superRefine(({ rows }, context) => {
    const seen = new Set<string>();
    rows.forEach(({ service }, i) => {
      const name = service.toUpperCase();
      if (seen.has(name)) context.addIssue({ code: "custom", path: ["rows", i], message: `${name} has two rows` });
      seen.add(name);
    });
  })
  .meta({ id: "Taxonomy", description: "Where the products of services stand whose vendor does not say." });

export type TaxonomyDto = z.infer<typeof TaxonomySchema>;

/** One service of a vendor as the catalog holds it. */
export const CatalogServiceSchema = z
  .object({
    vendor: z.string(),
    vendorLabel: z.string(),
    service: z.string(),
    products: z.number().int(),
    severalRequirements: z.number().int().meta({ description: "Products that list more than one requirement" }),
    without: z.array(z.number().int()).length(8).meta({
      description: "Products by what they come without; the index is a sum of 1 categories, 2 topics, 4 service type",
    }),
  })
  .meta({ id: "CatalogService" });

export type CatalogServiceDto = z.infer<typeof CatalogServiceSchema>;

export const SynonymsSchema = z
  .strictObject({
    groups: z.array(z.array(z.string().trim().max(200)).max(synonymLimits.entries)).max(synonymLimits.groups),
  })
  .superRefine(({ groups }, context) => {
    for (const { group, entry, message } of synonymProblems(groups))
      context.addIssue({ code: "custom", path: ["groups", group, ...(entry === null ? [] : [entry])], message });
  })
  .meta({ id: "Synonyms", description: "Groups of words and phrases that mean the same in a search." });

export type SynonymsDto = z.infer<typeof SynonymsSchema>;

export const TrySearchSchema = z.strictObject({
  text: z.string().max(200),
  groups: z.array(z.array(z.string().max(200)).max(synonymLimits.entries)).max(synonymLimits.groups),
});

export const SearchReadingSchema = z
  .object({
    /** All must be met, each by any of its alternatives. */
    clauses: z.array(z.object({ alternatives: z.array(z.string()), partNumber: z.string().nullable() })),
    match: z.enum(["all", "some"]),
    products: z.number().int(),
    /** With the synonyms that hold now. */
    productsNow: z.number().int(),
  })
  .meta({ id: "SearchReading" });

export type SearchReadingDto = z.infer<typeof SearchReadingSchema>;

export const ReadSynonymsSchema = z.strictObject({ csv: z.string().max(200_000) });

export const SynonymsReadSchema = z
  .object({
    groups: z.array(z.array(z.string())),
    problems: z.array(z.object({ row: z.number().int(), message: z.string() })),
  })
  .meta({ id: "SynonymsRead" });

export type SynonymsReadDto = z.infer<typeof SynonymsReadSchema>;

export const RequirementReadingSchema = z
  .strictObject({
    anyOf: z.array(z.strictObject({ vendor: z.string().min(1).max(40), service: ServiceSchema })).max(2_000),
  })
  .meta({
    id: "RequirementReading",
    description: "Services whose products need one of the products they list; all others need every one.",
  });

export type RequirementReadingDto = z.infer<typeof RequirementReadingSchema>;

export const listServicesRoute = defineRoute({
  method: "GET",
  path: "/api/settings/services",
  summary: "Every service of the vendors, with what its products come without and how many list several requirements",
  access: "signed-in",
  status: 200,
  response: z.object({ items: z.array(CatalogServiceSchema), total: z.number().int() }),
});

export const getTaxonomyRoute = defineRoute({
  method: "GET",
  path: "/api/settings/taxonomy",
  summary: "Categories, topics and service types given to the services of vendors that have none of their own",
  access: "signed-in",
  status: 200,
  response: TaxonomySchema,
});
export const putTaxonomyRoute = defineRoute({
  method: "PUT",
  path: "/api/settings/taxonomy",
  summary: "Change the taxonomy; only values of the vendors’ own lists are taken, and lists follow without a sync",
  access: "admin",
  body: TaxonomySchema,
  headers: ifMatch,
  status: 200,
  response: TaxonomySchema,
});

export const getSynonymsRoute = defineRoute({
  method: "GET",
  path: "/api/settings/synonyms",
  summary: "Words and phrases that mean the same in a search",
  access: "signed-in",
  query: z.object({ format: z.enum(["json", "csv"]).default("json") }),
  status: 200,
  response: SynonymsSchema,
});
export const putSynonymsRoute = defineRoute({
  method: "PUT",
  path: "/api/settings/synonyms",
  summary: "Change the synonyms; searches follow at once",
  access: "admin",
  body: SynonymsSchema,
  headers: ifMatch,
  status: 200,
  response: SynonymsSchema,
});
export const trySynonymsRoute = defineRoute({
  method: "POST",
  path: "/api/settings/synonyms/try",
  summary: "How a search would be read with these synonyms and how many products it would find; nothing is saved",
  access: "signed-in",
  body: TrySearchSchema,
  status: 200,
  response: SearchReadingSchema,
});
export const readSynonymsRoute = defineRoute({
  method: "POST",
  path: "/api/settings/synonyms/read",
  summary: "Read groups from CSV, one to a row; nothing is saved",
  access: "admin",
  body: ReadSynonymsSchema,
  status: 200,
  response: SynonymsReadSchema,
});

export const getRequirementReadingRoute = defineRoute({
  method: "GET",
  path: "/api/settings/requirements",
  summary: "Services whose products need one of the products they list instead of all",
  access: "signed-in",
  status: 200,
  response: RequirementReadingSchema,
});
export const putRequirementReadingRoute = defineRoute({
  method: "PUT",
  path: "/api/settings/requirements",
  summary: "Switch services between all-of and any-of; carts are judged anew, sent quotes stay",
  access: "admin",
  body: RequirementReadingSchema,
  headers: ifMatch,
  status: 200,
  response: RequirementReadingSchema,
});
