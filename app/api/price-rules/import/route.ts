import { importPriceRulesRoute } from "@/lib/contracts/price-rule-preview";
import { importPriceRules } from "@/lib/server/price-rules/exchange-price-rules";
import { rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(importPriceRulesRoute, async ({ viewer, body }) => {
  const desk = await rulesDesk();
  const result = await importPriceRules(desk, viewer, body);
  if (result.applied > 0) await desk.reprice();
  return result;
});
