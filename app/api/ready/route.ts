import { readyRoute } from "@/lib/contracts/health";
import { checkReady } from "@/lib/server/start/check-ready";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(readyRoute, async () => {
  await checkReady();
  return { status: "ready" };
});
