import { restorePriceRuleRoute } from "@/lib/contracts/price-rules";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { restorePriceRule } from "@/lib/server/price-rules/rule-history";
import { ruleAnswer, rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(restorePriceRuleRoute, async ({ viewer, params, body, request }) => {
  const desk = await rulesDesk();
  const place = { id: params.id, version: body.version };
  const rule = await restorePriceRule(desk, viewer, place, requireIfMatch(request));
  await desk.reprice();
  return ruleAnswer(rule);
});
