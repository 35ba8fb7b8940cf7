import { deleteSavedViewRoute, updateSavedViewRoute } from "@/lib/contracts/saved-views";
import { route } from "@/lib/server/route";
import { deleteSavedView, updateSavedView } from "@/lib/server/saved-views/saved-views";
import { database } from "@/lib/server/store/database";

export * from "@/lib/server/http/other-methods";

export const PATCH = route(updateSavedViewRoute, async ({ viewer, params, body }) =>
  updateSavedView({ db: await database(), now: () => new Date() }, viewer, params.id, body),
);

export const DELETE = route(deleteSavedViewRoute, async ({ viewer, params }) =>
  deleteSavedView({ db: await database() }, viewer, params.id),
);
