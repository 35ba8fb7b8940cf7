import type { ConnectionDto } from "@/lib/contracts/vendors";
import { findSource } from "@/lib/server/vendors/find-source";
import { countQuestion } from "@/lib/server/vendors/limit-questions";
import { requireRight, type Viewer } from "@/lib/server/viewer";
import { VendorError } from "@/lib/vendors/errors";

type Request = { readonly vendor: string; readonly signal: AbortSignal };

/** Whether the vendor can be reached and takes our credentials, tried now. A vendor that cannot is an answer, no error. */
export async function testConnection(viewer: Viewer, { vendor, signal }: Request): Promise<ConnectionDto> {
  requireRight(viewer, "syncs:write");
  const source = await findSource(vendor);
  await countQuestion(viewer);
  source.endPause();
  const startedAt = performance.now();
  const result = (works: boolean, message: string, correlationId: string | null): ConnectionDto => ({
    vendor,
    label: source.label,
    works,
    message,
    tookMs: Math.round(performance.now() - startedAt),
    tokenExpiresAt: source.health().tokenExpiresAt,
    correlationId,
  });
  try {
    await source.probe(signal, { freshLogin: true });
    return result(true, `${source.label} answers and accepts our credentials.`, null);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return result(false, error.message, error.facts.correlationId);
  }
}
