import { ruleHistoryRoute } from "@/lib/contracts/price-rules";
import { listRuleHistory } from "@/lib/server/price-rules/rule-history";
import { rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const GET = route(ruleHistoryRoute, async ({ viewer, query }) =>
  listRuleHistory(await rulesDesk(), viewer, query.id),
);
