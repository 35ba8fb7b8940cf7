import { listCategoriesRoute } from "@/lib/contracts/catalog";
import { listCategories } from "@/lib/server/catalog/list-values";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listCategoriesRoute, ({ viewer }) => listCategories(viewer));
