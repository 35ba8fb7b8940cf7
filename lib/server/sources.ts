import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { processState } from "@/lib/server/process-state";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import { type VendorSettings, vendorRegistry } from "@/lib/vendors/registry";

/** The vendors of this process: registry and environment together; the sandbox vendors where none is configured. */
export function vendorSources(): Promise<readonly CatalogSource[]> {
  return processState("vendor-sources", createSources);
}

async function createSources(): Promise<readonly CatalogSource[]> {
  const { vendors, demo, vendorTimeoutMs: timeoutMs } = env();
  const settings: VendorSettings = demo ? await startDemoVendors() : vendors;
  const common = {
    timeoutMs,
    log: (event: Readonly<Record<string, unknown>>) => log.info(event, "vendor call"),
  };
  return vendorRegistry.flatMap((vendor) => vendor.create(settings, common) ?? []);
}

/** The sandbox is loaded only where it is needed. */
async function startDemoVendors(): Promise<VendorSettings> {
  const { startSandbox } = await import("@/lib/sandbox/start-sandbox");
  const sandbox = await startSandbox({ apiVersion: "1.15" });
  return sandbox.settings;
}
