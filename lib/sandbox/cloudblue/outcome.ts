import type { Reply } from "../http/reply";
import type { ErrorShape } from "./errors";

/** What a route says when it will not answer. */
export type Refusal = { status: number; message: string; shape?: ErrorShape; headers?: Record<string, string> };
export type Outcome = { reply: Reply } | { refusal: Refusal };
