import { deletePriceRuleRoute, updatePriceRuleRoute } from "@/lib/contracts/price-rules";
import { requireIfMatch } from "@/lib/server/carts/if-match";
import { deletePriceRule, updatePriceRule } from "@/lib/server/price-rules/change-price-rules";
import { ruleAnswer, rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const PUT = route(updatePriceRuleRoute, async ({ viewer, params, body, request }) => {
  const desk = await rulesDesk();
  const rule = await updatePriceRule(desk, viewer, params.id, requireIfMatch(request), body);
  await desk.reprice();
  return ruleAnswer(rule);
});

export const DELETE = route(deletePriceRuleRoute, async ({ viewer, params, request }) => {
  const desk = await rulesDesk();
  await deletePriceRule(desk, viewer, params.id, requireIfMatch(request));
  await desk.reprice();
});
