import type { Dialect } from "../dialect";
import { jsonReply, type Reply } from "../http/reply";

const REASON: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export type ErrorShape = Dialect["cloudblue"]["errorBody"] | "gateway";

/** The three bodies CloudBlue callers meet: the platform's documented one, the Spring one, the gateway's. */
export function cloudBlueError(
  shape: ErrorShape,
  about: { status: number; message: string; path: string; correlationId: string; headers?: Record<string, string> },
): Reply {
  const { status, message, path, correlationId, headers } = about;
  const time = `${new Date().toISOString().slice(0, 19)}Z`;
  if (shape === "gateway") return jsonReply(status, { statusCode: status, message }, headers);
  if (shape === "spring") {
    const error = REASON[status] ?? "Error";
    return jsonReply(status, { timestamp: time, status, error, path, correlationId }, headers);
  }
  return jsonReply(status, { timeStamp: time, status, message, path, correlationId }, headers);
}
