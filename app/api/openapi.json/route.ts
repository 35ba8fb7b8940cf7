import { openapiRoute } from "@/lib/contracts/health";
import { openapiDocument } from "@/lib/contracts/openapi";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(openapiRoute, () => openapiDocument());
