import { AppError } from "@/lib/server/app-error";
import { env } from "@/lib/server/env";

const unsafeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Lets a write through only from our own pages or from a script that names our origin, and only as JSON (OWASP CSRF). */
export function guardWrite(request: Request): void {
  if (!unsafeMethods.has(request.method)) return;
  guardOrigin(request.headers);
  const hasBody = request.body !== null || request.method !== "DELETE";
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (hasBody && type !== "application/json") {
    throw new AppError("unsupported-media-type", "Send JSON with Content-Type: application/json.");
  }
}

function guardOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const originIsOurs = origin === null ? null : env().ownOrigins.includes(origin);
  const siteIsOurs = site === null ? null : site === "same-origin";
  if (originIsOurs === false || siteIsOurs === false || (originIsOurs === null && siteIsOurs === null)) {
    throw new AppError("foreign-origin", "This write did not come from the desk's own address.");
  }
}
