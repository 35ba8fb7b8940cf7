import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

export const suggestionKinds = ["product", "service", "category", "quote"] as const;

export const SuggestionSchema = z
  .object({
    kind: z.enum(suggestionKinds),
    label: z.string(),
    /** Of the label where a vendor wrote it. */
    locale: z.string().nullable(),
    /** A part number, a count or a customer: what tells it from its neighbours. */
    detail: z.string(),
    /** The page it opens, on this desk. */
    path: z.string(),
    /** The words are exactly its part number. */
    exact: z.boolean(),
  })
  .meta({ id: "Suggestion" });

export type Suggestion = z.infer<typeof SuggestionSchema>;

export const suggestRoute = defineRoute({
  method: "GET",
  path: "/api/suggest",
  summary: "At most eight products, services, categories and quotes that these words may mean",
  access: "signed-in",
  query: z.object({
    q: z.string().max(200),
    locale: z.string().max(20).optional().meta({ description: "Products are named in it where the vendor has words" }),
  }),
  status: 200,
  response: z.object({ items: z.array(SuggestionSchema) }),
});
