import { createSavedViewRoute, listSavedViewsRoute } from "@/lib/contracts/saved-views";
import { route } from "@/lib/server/route";
import { createSavedView, listSavedViews } from "@/lib/server/saved-views/saved-views";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const GET = route(listSavedViewsRoute, async ({ viewer }) => listSavedViews(await database(), viewer));

export const POST = route(createSavedViewRoute, async ({ viewer, body }) =>
  createSavedView({ db: await database(), now: () => new Date() }, viewer, body),
);
