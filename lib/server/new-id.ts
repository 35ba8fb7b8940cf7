import { createHash, randomBytes, randomInt } from "node:crypto";
import { processState } from "@/lib/server/process-state";

/**
 * A time-ordered id (UUID version 7); those of one process and one millisecond are in the order they were made, too.
 * Not a secret: share links use `newToken`.
 */
export function newId(nowMs = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | (countWithin(nowMs) & 0xfff), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Counts on within a millisecond, from anywhere in the lower quarter. */
function countWithin(nowMs: number): number {
  const last = processState("new-id", () => ({ ms: 0, count: 0 }));
  last.count = last.ms === nowMs ? last.count + 1 : randomInt(0x400);
  last.ms = nowMs;
  return last.count;
}

/** 256 random bits, 43 characters fit for an address. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
