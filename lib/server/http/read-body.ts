import { AppError } from "@/lib/server/app-error";
import { refuseNul } from "@/lib/server/http/refuse-nul";

export const BODY_BYTES_MAX = 256 * 1024;

/** The request's JSON, read no further than the limit; an empty body counts as {}. Throws `too-large` or `bad-request`. */
export async function readJsonBody(request: Request, bytesMax = BODY_BYTES_MAX): Promise<unknown> {
  const announced = request.headers.get("content-length");
  if (announced && /^\d+$/.test(announced) && BigInt(announced) > BigInt(bytesMax)) throw tooLarge(bytesMax);
  const text = await readText(request, bytesMax);
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text, readMember) as unknown;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad-request", "The body is not valid JSON.", { cause });
  }
}

async function readText(request: Request, bytesMax: number): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(bytesMax: number): AppError {
  return new AppError("too-large", `The body is larger than ${bytesMax / 1024} KB.`);
}

/** Keys that reach into prototypes are dropped. */
function readMember(key: string, value: unknown): unknown {
  refuseNul(key, "body");
  if (typeof value === "string") refuseNul(value, `body.${key}`);
  return key === "__proto__" || key === "constructor" ? undefined : value;
}
