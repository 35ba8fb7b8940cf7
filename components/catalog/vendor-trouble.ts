import type { VendorStatusDto } from "@/lib/contracts/status";

export type VendorTrouble = { readonly title: string; readonly advice: string };

const keepTrying = "We keep trying; other vendors are not affected.";

/** What a seller has to know about a vendor's prices; null while they are fresh and could be refreshed. */
export function vendorTrouble(vendor: VendorStatusDto): VendorTrouble | null {
  const { label, credential, reachable, lastSync, freshness } = vendor;
  if (credential === "rejected") {
    const advice = "It refused our credentials: an administrator has to renew them. Other vendors are not affected.";
    return { title: `${label} prices cannot be refreshed`, advice };
  }
  if (reachable === false) return { title: `${label} cannot be reached`, advice: keepTrying };
  if (lastSync?.state === "failed") return { title: `${label} prices could not be refreshed`, advice: keepTrying };
  if (freshness === "stale") return { title: `${label} prices are stale`, advice: "Check prices before quoting." };
  return null;
}
