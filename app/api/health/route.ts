import { healthRoute } from "@/lib/contracts/health";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(healthRoute, () => ({ status: "ok" }));
