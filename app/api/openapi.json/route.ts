import { openapiRoute } from "@/lib/contracts/health";
import { openapiDocument } from "@/lib/contracts/openapi";
import { route } from "@/lib/server/route";

export const GET = route(openapiRoute, () => openapiDocument());
