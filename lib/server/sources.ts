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
  const { vendors, demo, vendorTimeoutMs: timeoutMs, vendorRequestsPerSecond: requestsPerSecond } = env();
  const settings: VendorSettings = demo ? await demoVendors() : vendors;
  const common = {
    timeoutMs,
    rate: { requestsPerSecond },
    log: (event: Readonly<Record<string, unknown>>) => log.info(event, "vendor call"),
  };
  return vendorRegistry.flatMap((vendor) => vendor.create(settings, common) ?? []);
}

/** Where the sandbox that stands for this vendor listens; null where the vendor is the real one. */
export async function vendorSandbox(vendor: string): Promise<URL | null> {
  const { vendors, demo } = env();
  const settings: Readonly<Record<string, { readonly baseUrl: string } | null>> = demo ? await demoVendors() : vendors;
  const base = settings[vendor]?.baseUrl;
  const url = base === undefined ? null : new URL(base);
  // Plain http is allowed on loopback alone, which is where a sandbox is.
  return url?.protocol === "http:" ? url : null;
}

function demoVendors(): Promise<VendorSettings> {
  return processState("demo-vendors", startDemoVendors);
}

/** The sandbox is loaded only where it is needed. */
async function startDemoVendors(): Promise<VendorSettings> {
  const { startSandbox } = await import("@/lib/sandbox/start-sandbox");
  const sandbox = await startSandbox({ apiVersion: "1.15" });
  return sandbox.settings;
}
