import { AppError } from "@/lib/server/app-error";
import { env } from "@/lib/server/env";

const unsafeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Lets a write through only from our own pages or from a script that names our origin, and only as JSON (OWASP CSRF). */
export function guardWrite(request: Request): void {
  if (!unsafeMethods.has(request.method)) return;
  guardOrigin(request.headers);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined && request.method === "DELETE" && !announcesBody(request.headers)) return;
  if (type !== "application/json") {
    throw new AppError("unsupported-media-type", "Send JSON with Content-Type: application/json.");
  }
}

/** RFC 9112, 6: these two headers tell whether there is a body; Next gives a `body` to every DELETE. */
function announcesBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
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
