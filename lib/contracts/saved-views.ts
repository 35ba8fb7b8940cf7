import { z } from "zod";
import { defineRoute } from "@/lib/contracts/route";

const NameSchema = z.string().trim().min(1, "name the view").max(60);

const SearchSchema = z.string().max(4_000).meta({
  description: "The search of the catalog's address: words, filters, order, columns. What is none of these is dropped.",
});

/** A list of the catalog under a name of its own. */
export const SavedViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    search: z.string(),
    shared: z.boolean(),
    /** Only its owner may change it. */
    own: z.boolean(),
    ownerName: z.string(),
  })
  .meta({ id: "SavedView" });

export type SavedView = z.infer<typeof SavedViewSchema>;

export const CreateSavedViewSchema = z.strictObject({
  name: NameSchema,
  search: SearchSchema,
  shared: z.boolean().default(false),
});

export const UpdateSavedViewSchema = z.strictObject({
  name: NameSchema.optional(),
  search: SearchSchema.optional(),
  shared: z.boolean().optional(),
});

const params = z.object({ id: z.string().max(60) });

export const listSavedViewsRoute = defineRoute({
  method: "GET",
  path: "/api/saved-views",
  summary: "One's own saved views of the catalog and those shared with the team",
  access: "signed-in",
  status: 200,
  response: z.object({ items: z.array(SavedViewSchema), total: z.number().int() }),
});

export const createSavedViewRoute = defineRoute({
  method: "POST",
  path: "/api/saved-views",
  summary: "Save a view of the catalog under a name",
  access: "signed-in",
  body: CreateSavedViewSchema,
  status: 201,
  response: SavedViewSchema,
});

export const updateSavedViewRoute = defineRoute({
  method: "PATCH",
  path: "/api/saved-views/{id}",
  summary: "Rename a saved view, share it or keep it to oneself, or let it stand for another list",
  access: "signed-in",
  params,
  body: UpdateSavedViewSchema,
  status: 200,
  response: SavedViewSchema,
});

export const deleteSavedViewRoute = defineRoute({
  method: "DELETE",
  path: "/api/saved-views/{id}",
  summary: "Delete a saved view",
  access: "signed-in",
  params,
  status: 204,
});
