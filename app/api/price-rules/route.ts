import { createPriceRuleRoute, listPriceRulesRoute } from "@/lib/contracts/price-rules";
import { ruleAnswer, rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { createPriceRule } from "@/lib/server/price-rules/change-price-rules";
import { exportPriceRules } from "@/lib/server/price-rules/exchange-price-rules";
import { listPriceRules } from "@/lib/server/price-rules/list-price-rules";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(listPriceRulesRoute, async ({ viewer, query }) => {
  const desk = await rulesDesk();
  if (query.format !== "csv") return listPriceRules(desk, viewer);
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="price-rules.csv"',
  };
  return new Response(await exportPriceRules(desk, viewer), { headers });
});

export const POST = route(createPriceRuleRoute, async ({ viewer, body }) => {
  const desk = await rulesDesk();
  const rule = await createPriceRule(desk, viewer, body);
  await desk.reprice();
  return ruleAnswer(rule);
});
