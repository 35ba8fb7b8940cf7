import { z } from "zod";
import { CartSchema } from "@/lib/contracts/cart";
import { ProductSummarySchema } from "@/lib/contracts/catalog";
import { defineRoute } from "@/lib/contracts/route";

const NameSchema = z.string().trim().min(1, "name the list").max(80);

/** As many as the catalog selects at once; how many a list holds is told in words. */
const ITEMS_MAX = 1_000;

const RefSchema = z.strictObject({ vendor: z.string().min(1).max(40), key: z.string().min(1).max(300) });

/** A list with its products' keys, so that a page of the catalog knows what is on it. */
export const FavouriteListSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shared: z.boolean(),
    /** The viewer's own list: only its owner may change it. */
    own: z.boolean(),
    ownerName: z.string(),
    products: z.array(z.object({ vendor: z.string(), key: z.string() })),
    updatedAt: z.string(),
  })
  .meta({ id: "FavouriteList" });

export type FavouriteList = z.infer<typeof FavouriteListSchema>;

export const FavouriteDetailSchema = FavouriteListSchema.extend({
  /** When each vendor's prices were read. */
  asOf: z.record(z.string(), z.string()),
  items: z.array(
    z.object({
      vendor: z.string(),
      key: z.string(),
      /** Its name today, else the one it had when it was added. */
      name: z.string(),
      addedAt: z.string(),
      /** Null where the catalog no longer has it. */
      product: ProductSummarySchema.nullable(),
    }),
  ),
}).meta({ id: "FavouriteDetail" });

export type FavouriteDetail = z.infer<typeof FavouriteDetailSchema>;

export const CreateFavouriteListSchema = z.strictObject({
  name: NameSchema,
  shared: z.boolean().default(false),
  items: z.array(RefSchema).max(ITEMS_MAX).default([]),
});

export const UpdateFavouriteListSchema = z.strictObject({
  name: NameSchema.optional(),
  shared: z.boolean().optional(),
});

export const FavouriteItemsSchema = z.strictObject({
  add: z.array(RefSchema).max(ITEMS_MAX).default([]),
  remove: z.array(RefSchema).max(ITEMS_MAX).default([]),
});

export const listToCartOutcomes = ["added", "in-cart", "gone", "not-orderable", "other-currency"] as const;

export const ListToCartSchema = z
  .object({
    cart: CartSchema,
    added: z.number().int(),
    rows: z.array(
      z.object({
        vendor: z.string(),
        key: z.string(),
        name: z.string(),
        outcome: z.enum(listToCartOutcomes),
        /** Why it did not fit, or what the rules say of the line that was added; empty where all is well. */
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "ListToCart" });

export type ListToCart = z.infer<typeof ListToCartSchema>;

export const addProductsToCartRoute = defineRoute({
  method: "POST",
  path: "/api/carts/{id}/products",
  summary: "Add several products to a cart in one step, with a report of what did not fit",
  access: "signed-in",
  params: z.object({ id: z.string().max(60) }),
  body: z.strictObject({ items: z.array(RefSchema).min(1).max(ITEMS_MAX) }),
  status: 200,
  response: ListToCartSchema,
});

const params = z.object({ id: z.string().max(60) });

export const listFavouritesRoute = defineRoute({
  method: "GET",
  path: "/api/favourites",
  summary: "One's own favourite lists and those shared with the team",
  access: "signed-in",
  status: 200,
  response: z.object({ items: z.array(FavouriteListSchema), total: z.number().int() }),
});

export const createFavouriteListRoute = defineRoute({
  method: "POST",
  path: "/api/favourites",
  summary: "Begin a favourite list",
  access: "signed-in",
  body: CreateFavouriteListSchema,
  status: 201,
  response: FavouriteListSchema,
});

export const getFavouriteListRoute = defineRoute({
  method: "GET",
  path: "/api/favourites/{id}",
  summary: "One list with its products as of today",
  access: "signed-in",
  params,
  status: 200,
  response: FavouriteDetailSchema,
});

export const updateFavouriteListRoute = defineRoute({
  method: "PATCH",
  path: "/api/favourites/{id}",
  summary: "Rename a list, share it or keep it to oneself",
  access: "signed-in",
  params,
  body: UpdateFavouriteListSchema,
  status: 200,
  response: FavouriteListSchema,
});

export const deleteFavouriteListRoute = defineRoute({
  method: "DELETE",
  path: "/api/favourites/{id}",
  summary: "Delete a list",
  access: "signed-in",
  params,
  status: 204,
});

export const changeFavouriteItemsRoute = defineRoute({
  method: "POST",
  path: "/api/favourites/{id}/items",
  summary: "Put products on a list and take others off; repeating it changes nothing",
  access: "signed-in",
  params,
  body: FavouriteItemsSchema,
  status: 200,
  response: FavouriteListSchema,
});

export const addListToCartRoute = defineRoute({
  method: "POST",
  path: "/api/favourites/{id}/cart",
  summary: "Add a whole list to a cart, with a report of what did not fit",
  access: "signed-in",
  params,
  body: z.strictObject({ cartId: z.string().max(60) }),
  status: 200,
  response: ListToCartSchema,
});
