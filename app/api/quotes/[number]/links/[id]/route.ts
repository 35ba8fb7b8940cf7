import { deleteLinkRoute } from "@/lib/contracts/quote-sharing";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { withdrawQuoteLink } from "@/lib/server/share/quote-links";

export * from "@/lib/server/http/other-methods";

export const DELETE = route(deleteLinkRoute, async ({ viewer, params }) =>
  withdrawQuoteLink(await openDesk(), viewer, params.number, params.id),
);
