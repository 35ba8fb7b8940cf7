import type { FromSyncThread, ToSyncThread } from "@/lib/server/sync/thread/messages";
import { VendorError } from "@/lib/vendors/errors";
import type { Relay, RelayedRequest } from "@/lib/vendors/relay";
import type { ParsedBody } from "@/lib/vendors/transport/parse-body";

type Post = (message: ToSyncThread, transfer?: readonly ArrayBuffer[]) => void;
type Call = { readonly abort: AbortController; verdict: PromiseWithResolvers<ParsedBody<null>> | null };

/** Sends the requests of another thread through this thread's adapter; what the answers say is judged over there. */
export function serveCalls(relay: Relay, post: Post) {
  const calls = new Map<number, Call>();
  const begin = async (number: number, request: RelayedRequest) => {
    const call: Call = { abort: new AbortController(), verdict: null };
    calls.set(number, call);
    const { signal } = call.abort;
    const parse = (body: Uint8Array<ArrayBuffer>) => {
      const verdict = Promise.withResolvers<ParsedBody<null>>();
      call.verdict = verdict;
      if (signal.aborted) verdict.reject(signal.reason);
      else post({ kind: "body", call: number, body, learnt: relay.learnt() }, [body.buffer]);
      return verdict.promise;
    };
    try {
      await relay.send(request, { signal, parse });
      post({ kind: "accepted", call: number });
    } catch (error) {
      const facts = error instanceof VendorError ? error.facts : null;
      const message = error instanceof Error ? error.message : "unknown reason";
      post({ kind: "refused", call: number, message, facts });
    } finally {
      calls.delete(number);
    }
  };
  const drop = (number: number) => {
    const call = calls.get(number);
    call?.abort.abort();
    call?.verdict?.reject(call.abort.signal.reason);
  };
  return {
    take(message: Extract<FromSyncThread, { readonly call: number }>) {
      if (message.kind === "call") void begin(message.call, message.request);
      else if (message.kind === "drop") drop(message.call);
      else calls.get(message.call)?.verdict?.resolve(message.verdict);
    },
    /** The other thread is gone. */
    dropAll() {
      for (const number of calls.keys()) drop(number);
    },
  };
}
