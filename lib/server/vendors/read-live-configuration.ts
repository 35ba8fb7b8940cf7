import type { PlanConfigurationDto } from "@/lib/contracts/product";
import { planCurrencies } from "@/lib/domain/catalog/plan-amounts";
import { AppError } from "@/lib/server/app-error";
import { currentCatalog } from "@/lib/server/catalog/current-catalog";
import { toConfiguration } from "@/lib/server/catalog/get-plan-configuration";
import { env } from "@/lib/server/env";
import { findSource } from "@/lib/server/vendors/find-source";
import { countQuestion } from "@/lib/server/vendors/limit-questions";
import type { Viewer } from "@/lib/server/viewer";

type Request = {
  readonly vendor: string;
  readonly id: string;
  readonly plan: string;
  readonly locale?: string | undefined;
  readonly signal: AbortSignal;
};

/** Components and attributes of one plan as the vendor answers now. List prices only: nothing in it comes from cost. */
export async function readLiveConfiguration(viewer: Viewer, request: Request): Promise<PlanConfigurationDto> {
  const { vendor, id, plan: planKey, locale = env().locales[0], signal } = request;
  const source = await findSource(vendor);
  await countQuestion(viewer);
  const known = (await currentCatalog()).find({ vendor, key: id });
  const externalId = known?.externalId ?? id;
  const configuration = await source.fetchPlanConfiguration({ externalId, planKey, locale }, signal);
  if (!configuration) throw new AppError("not-found", `${source.label} has nothing to configure at ${id}, ${planKey}.`);
  const plan = known?.plans.find(({ key }) => key === planKey);
  return toConfiguration(configuration, plan ? (planCurrencies(plan)[0] ?? null) : null);
}
