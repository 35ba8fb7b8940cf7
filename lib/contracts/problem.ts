import { z } from "zod";

/** Every way a request can be refused, with its HTTP status. */
export const problemStatuses = {
  "bad-request": 400,
  "not-signed-in": 401,
  "wrong-credentials": 401,
  forbidden: 403,
  "foreign-origin": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  gone: 410,
  stale: 412,
  "too-large": 413,
  "unsupported-media-type": 415,
  invalid: 422,
  "precondition-required": 428,
  "too-many-requests": 429,
  internal: 500,
  "vendor-failed": 502,
  "not-ready": 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

/** RFC 9457 problem details with our two additions `code` and `requestId`. */
export const ProblemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof ProblemSchema>;
