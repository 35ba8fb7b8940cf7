import type { z } from "zod";
import type { FromSyncThread, ToSyncThread } from "@/lib/server/sync/thread/messages";
import { VendorError } from "@/lib/vendors/errors";
import type { Sender } from "@/lib/vendors/relay";
import { parseBody } from "@/lib/vendors/transport/parse-body";

type Call = {
  readonly schema: z.ZodType;
  readonly answer: PromiseWithResolvers<unknown>;
  data: unknown;
  body?: Uint8Array;
  learnt: readonly string[];
};

type Answer = Exclude<ToSyncThread, { readonly kind: "abort" }>;

/** Has requests sent by the thread that owns the adapter. The answers are parsed here. */
export function askFirstThread(post: (message: FromSyncThread) => void) {
  const calls = new Map<number, Call>();
  let last = 0;
  const sender: Sender = async ({ schema, ...request }, signal) => {
    signal.throwIfAborted();
    const number = (last += 1);
    const call: Call = { schema, answer: Promise.withResolvers(), data: undefined, learnt: [] };
    calls.set(number, call);
    const drop = () => post({ kind: "drop", call: number });
    signal.addEventListener("abort", drop, { once: true });
    post({ kind: "call", call: number, request });
    try {
      await call.answer.promise;
    } finally {
      signal.removeEventListener("abort", drop);
      calls.delete(number);
    }
    // Only what this schema let through is accepted.
    const { learnt, body } = call;
    return { data: call.data as z.infer<typeof schema>, learnt, ...(body && { body }) };
  };
  const judge = (number: number, call: Call, body: Uint8Array) => {
    const verdict = parseBody(call.schema, body);
    const isParsed = verdict.kind === "parsed";
    if (isParsed) {
      call.data = verdict.data;
      call.body = body;
    }
    post({ kind: "verdict", call: number, verdict: isParsed ? { kind: "parsed", data: null } : verdict });
  };
  return {
    sender,
    take(message: Answer) {
      const call = calls.get(message.call);
      if (!call) return;
      if (message.kind === "accepted") call.answer.resolve(null);
      else if (message.kind === "refused") call.answer.reject(errorOf(message));
      else {
        call.learnt = message.learnt;
        judge(message.call, call, message.body);
      }
    },
  };
}

function errorOf({ message, facts }: Extract<Answer, { readonly kind: "refused" }>): Error {
  return facts === null ? new Error(message) : new VendorError(message, facts);
}
