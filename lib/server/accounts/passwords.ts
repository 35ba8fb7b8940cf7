import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import PQueue from "p-queue";
import { processState } from "@/lib/server/process-state";

const derive = promisify<"argon2id", Argon2Parameters, Buffer>(
  (algorithm: "argon2id", parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
    argon2(algorithm, parameters, done),
);

/** OWASP's floor for argon2id: 19 MiB, 2 passes, 1 lane. Stored in each hash, so that it can rise. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

type Cost = typeof cost;

const FORMAT = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** Hashing is the costliest thing a stranger can ask of us: two at a time, the rest wait their turn. */
const queue = () => processState("password-queue", () => new PQueue({ concurrency: 2 }));

export const hashesWaiting = (): number => queue().size;

const hashWith = (password: string, nonce: Buffer, parameters: Cost) =>
  queue().add(() => derive("argon2id", { message: Buffer.from(password.normalize("NFKC")), nonce, ...parameters }));

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const key = await hashWith(password, nonce, cost);
  const { memory, passes, parallelism } = cost;
  return `argon2id$m=${memory},t=${passes},p=${parallelism}$${nonce.toString("base64url")}$${key.toString("base64url")}`;
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = FORMAT.exec(stored);
  if (!match) return false;
  const [, memory = "", passes = "", parallelism = "", nonce = "", expected = ""] = match;
  const wanted = Buffer.from(expected, "base64url");
  const parameters = { memory: +memory, passes: +passes, parallelism: +parallelism, tagLength: wanted.length };
  return timingSafeEqual(await hashWith(password, Buffer.from(nonce, "base64url"), parameters), wanted);
}

/** A hash nobody knows the password of: an unknown account costs the same time as a known one. */
export function unknownAccountHash(): Promise<string> {
  return processState("unknown-account-hash", () => hashPassword(randomBytes(16).toString("hex")));
}
