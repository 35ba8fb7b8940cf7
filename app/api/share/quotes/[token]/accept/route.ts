import { acceptSharedQuoteRoute } from "@/lib/contracts/quote-sharing";
import { openDesk } from "@/lib/server/open-desk";
import { route } from "@/lib/server/route";
import { decideSharedQuote } from "@/lib/server/share/decide-shared-quote";
import { withShareHeaders } from "@/lib/server/share/share-headers";
import { sharedQuoteAnswer } from "@/lib/server/share/shared-quote-answer";
import { visitorOf } from "@/lib/server/share/visitor";

export * from "@/lib/server/http/other-methods";

export const POST = withShareHeaders(
  route(acceptSharedQuoteRoute, async ({ viewer, params, body, request }) => {
    const decision = { kind: "accepted", ...body } as const;
    return sharedQuoteAnswer(
      await decideSharedQuote(await openDesk(), params.token, decision, visitorOf(request, viewer)),
    );
  }),
);
