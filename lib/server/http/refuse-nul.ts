import { AppError } from "@/lib/server/app-error";

/** PostgreSQL keeps every character in a text but this one, and no text that people write holds it. */
const NUL = "\0";

/** Throws `invalid` where a text, or any of a list, holds the character that cannot be stored. */
export function refuseNul(texts: string | readonly string[] | undefined, path: string): void {
  if (![texts ?? []].flat().some((text) => text.includes(NUL))) return;
  const message = "holds a character that cannot be kept (U+0000)";
  throw new AppError("invalid", `${path}: ${message}`, { errors: [{ path, message }] });
}

export const withoutNul = (text: string): string => text.replaceAll(NUL, "");
