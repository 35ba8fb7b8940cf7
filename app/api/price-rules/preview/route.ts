import { previewPriceRulesRoute } from "@/lib/contracts/price-rule-preview";
import { previewPriceRules } from "@/lib/server/price-rules/preview-price-rules";
import { rulesDesk } from "@/lib/server/price-rules/rules-desk";
import { route } from "@/lib/server/route";

export * from "@/lib/server/http/other-methods";

export const POST = route(previewPriceRulesRoute, async ({ viewer, body }) =>
  previewPriceRules(await rulesDesk(), viewer, body),
);
