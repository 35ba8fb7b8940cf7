import { healthRoute } from "@/lib/contracts/health";
import { route } from "@/lib/server/route";

export const GET = route(healthRoute, () => ({ status: "ok" }));
