import { listServicesRoute } from "@/lib/contracts/catalog-settings";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { route } from "@/lib/server/route";
import { listCatalogServices } from "@/lib/server/settings/catalog-services";

export * from "@/lib/server/http/other-methods";

export const GET = route(listServicesRoute, async ({ viewer }) => listCatalogServices(await currentCatalog(), viewer));
