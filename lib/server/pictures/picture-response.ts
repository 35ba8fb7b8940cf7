import { createHash } from "node:crypto";
import type { Picture } from "@/lib/server/pictures/fetch-picture";

/** A vendor's picture as a file that nothing can run in; `request` may name the one it has. */
export function pictureResponse(request: Request, { type, bytes }: Picture): Response {
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "cache-control": "private, max-age=86400",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": `inline; filename="picture.${type.replace(/^image\//, "")}"`,
    "content-type": type,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "content-length": `${bytes.length}` } });
}
