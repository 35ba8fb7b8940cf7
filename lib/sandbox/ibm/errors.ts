import { jsonReply, type Reply } from "../http/reply";

/** Catalog routes. */
export function catalogError(status: number, message: string, headers?: Record<string, string>): Reply {
  return jsonReply(status, { error: { code: status, message } }, headers);
}

/** Reseller routes. */
export function resellerError(
  status: number,
  message: string,
  code = "MP0010E",
  headers?: Record<string, string>,
): Reply {
  return jsonReply(status, { errorCode: code, errorMessage: message }, headers);
}

/** The gateway in front of both. */
export function gatewayError(
  status: number,
  message: string,
  moreInformation: string,
  headers?: Record<string, string>,
): Reply {
  return jsonReply(status, { httpCode: String(status), httpMessage: message, moreInformation }, headers);
}
