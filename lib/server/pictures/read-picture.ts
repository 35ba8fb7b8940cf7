import { bulkhead } from "cockatiel";
import type { Product } from "@/lib/domain/catalog/product";
import { AppError } from "@/lib/server/app-error";
import { log } from "@/lib/server/log";
import { fetchPicture, type Picture } from "@/lib/server/pictures/fetch-picture";
import { pictureAddresses } from "@/lib/server/pictures/picture-addresses";
import { processState } from "@/lib/server/process-state";
import { vendorSandbox } from "@/lib/server/sources";

const KEPT_MS = 24 * 60 * 60 * 1000;
const MISSING_KEPT_MS = 5 * 60 * 1000;
const KEPT_BYTES_MAX = 32 * 1024 * 1024;
const KEPT_MAX = 2_000;
const AT_ONCE = 4;
const WAITING_MAX = 100;

type Kept = { until: number; bytes: number; readonly picture: Promise<Picture | null> };

const state = () =>
  processState("vendor-pictures", () => ({ kept: new Map<string, Kept>(), gate: bulkhead(AT_ONCE, WAITING_MAX) }));

/** The picture of a product by its number, from 1. Throws `not-found` where there is none, `vendor-failed` where it does not come. */
export async function readPicture(product: Product, number: number): Promise<Picture> {
  const address = pictureAddresses(product.details)[number - 1];
  if (address === undefined) throw new AppError("not-found", `${product.name} has no picture ${number}.`);
  const picture = await keptPicture(product.vendor, address);
  if (picture === null) throw new AppError("vendor-failed", "The vendor's picture cannot be shown now.");
  return picture;
}

/** Whoever asks meanwhile waits for the same answer; a picture that does not come is asked for again soon. */
function keptPicture(vendor: string, address: string): Promise<Picture | null> {
  const { kept } = state();
  const place = `${vendor} ${address}`;
  const before = kept.get(place);
  if (before && before.until > Date.now()) return before.picture;
  kept.delete(place);
  const ask = async () => {
    const picture = await askHost(vendor, address);
    entry.bytes = picture?.bytes.length ?? 0;
    if (picture === null) entry.until = Date.now() + MISSING_KEPT_MS;
    dropOldest(kept);
    return picture;
  };
  const entry: Kept = { until: Date.now() + KEPT_MS, bytes: 0, picture: Promise.resolve().then(ask) };
  kept.set(place, entry);
  return entry.picture;
}

async function askHost(vendor: string, address: string): Promise<Picture | null> {
  try {
    const sandbox = await vendorSandbox(vendor);
    return await state().gate.execute(() => fetchPicture(address, { sandbox }));
  } catch (error) {
    log.info(
      { event: "picture-missing", vendor, reason: error instanceof Error ? error.message : "unknown" },
      "no picture",
    );
    return null;
  }
}

function dropOldest(kept: Map<string, Kept>): void {
  let bytes = 0;
  for (const entry of kept.values()) bytes += entry.bytes;
  for (const [place, entry] of kept) {
    if (bytes <= KEPT_BYTES_MAX && kept.size <= KEPT_MAX) return;
    kept.delete(place);
    bytes -= entry.bytes;
  }
}
