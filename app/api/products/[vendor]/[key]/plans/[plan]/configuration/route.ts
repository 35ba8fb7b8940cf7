import { getPlanConfigurationRoute } from "@/lib/contracts/product";
import { getPlanConfiguration } from "@/lib/server/catalog/get-plan-configuration";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(getPlanConfigurationRoute, ({ viewer, params }) => getPlanConfiguration(viewer, params));
