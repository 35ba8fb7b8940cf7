import type { z } from "zod";

export type ParsedBody<T> =
  | { readonly kind: "parsed"; readonly data: T }
  /** No JSON: asking again may help. */
  | { readonly kind: "broken" }
  | { readonly kind: "unknownShape"; readonly cause: string };

/** Tells what an answer says, here or in another thread. The bytes are the parser's to keep. */
export type BodyParser<T> = (body: Uint8Array<ArrayBuffer>) => Promise<ParsedBody<T>>;

export function parserOf<T>(schema: z.ZodType<T>): BodyParser<T> {
  return (body) => Promise.resolve(parseBody(schema, body));
}

export function parseBody<T>(schema: z.ZodType<T>, body: Uint8Array): ParsedBody<T> {
  const json = readJson(body);
  if (json === undefined) return { kind: "broken" };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: "parsed", data: parsed.data };
  return { kind: "unknownShape", cause: parsed.error.issues.slice(0, 3).map(issueText).join("; ") };
}

/** Undefined where it is not UTF-8 or not JSON. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function issueText(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")}: ${issue.code}`;
}
