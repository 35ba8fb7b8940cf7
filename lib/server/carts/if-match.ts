import { AppError } from "@/lib/server/app-error";

/** The versions a writer will accept: those it has seen, or whatever is there. */
export type IfMatch = "any" | readonly string[];

const ENTITY_TAGS = /^(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*$/;

/** Reads the precondition of a write. Without one it is refused, so that no change is ever overwritten unseen. */
export function requireIfMatch(request: Request): IfMatch {
  const given = readIfMatch(request);
  if (given === null) {
    throw new AppError(
      "precondition-required",
      "Send If-Match with the ETag you last saw, or * for whatever is there.",
    );
  }
  return given;
}

/** Null where the header is absent. Weak tags never match (RFC 9110, 13.1.1: strong comparison). */
export function readIfMatch(request: Request): IfMatch | null {
  const header = request.headers.get("if-match")?.trim();
  if (header === undefined || header === "") return null;
  if (header === "*") return "any";
  if (!ENTITY_TAGS.test(header)) throw new AppError("bad-request", 'If-Match must be an ETag such as "3", or *.');
  return header
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag.startsWith('"'))
    .map((tag) => tag.slice(1, -1));
}

export function matches(ifMatch: IfMatch, version: string): boolean {
  return ifMatch === "any" || ifMatch.includes(version);
}

/** A strong entity tag. */
export function entityTag(version: string | number): string {
  return `"${version}"`;
}
