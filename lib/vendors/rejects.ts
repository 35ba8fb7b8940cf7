import type { RejectedRecord } from "@/lib/vendors/source-page";

const excerptMax = 500;

/** The start of a record that people may look at: no markup, no secret, no control characters. */
export function excerptOf(record: unknown, redact: (text: string) => string): string {
  return redact(asText(record))
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, " ")
    .slice(0, excerptMax)
    .toWellFormed();
}

function asText(record: unknown): string {
  try {
    return JSON.stringify(record) ?? "";
  } catch {
    // Nested too deeply to be written down.
    return "(not readable)";
  }
}

export function rejectRecord(
  identity: string | null,
  reason: string,
  record: unknown,
  redact: (text: string) => string,
): RejectedRecord {
  return { identity: identity?.slice(0, 200) ?? null, reason, excerpt: excerptOf(record, redact) };
}
