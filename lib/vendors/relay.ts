import type { z } from "zod";
import type { Patience, VendorHttp } from "@/lib/vendors/http";
import type { Query } from "@/lib/vendors/transport/address";
import { type BodyParser, parseBody } from "@/lib/vendors/transport/parse-body";

// An adapter may read and map a catalog in a thread of its own. Its requests are still sent by the adapter of the first
// thread, so that login, retries, breaker, limits and the books on them exist once.

/** A GET as an adapter wants it sent; login and the vendor's headers are the sender's business. */
export type RelayedRequest = {
  readonly operation: string;
  readonly path: readonly string[];
  readonly query: Query;
  readonly patience: Patience;
};

/** The end that sends. */
export type Relay = {
  /** What the adapter of the other thread is made with. Credentials are among it: never to be logged or shown. */
  readonly settings: Readonly<Record<string, string>>;
  readonly pageSize: number;
  readonly timeoutMs: number;
  /** Resolves when `parse` has accepted an answer. What it does not accept counts as the vendor's fault and may be asked for again. */
  send(
    request: RelayedRequest,
    asked: { readonly signal: AbortSignal; readonly parse: BodyParser<null> },
  ): Promise<void>;
  /** Secrets that came up since the start, such as tokens. */
  learnt(): readonly string[];
};

/** The end that asks: given to an adapter, it sends nothing itself. */
export type Sender = <T>(
  request: RelayedRequest & { readonly schema: z.ZodType<T> },
  signal: AbortSignal,
) => Promise<{
  readonly data: T;
  readonly learnt: readonly string[];
  /** What `data` was read from, where it is at hand. */
  readonly body?: Uint8Array;
}>;

type Asking<T> = Omit<RelayedRequest, "patience"> & { readonly schema: z.ZodType<T> };
type Asked = { readonly signal: AbortSignal; readonly patience?: Patience };

export async function askSender<T>(
  sender: Sender,
  http: Pick<VendorHttp, "redact">,
  request: Asking<T>,
  asked: Asked,
): Promise<T> {
  return (await askSenderForPage(sender, http, request, asked)).data;
}

/** Like `askSender`, together with the bytes of the answer. */
export async function askSenderForPage<T>(
  sender: Sender,
  { redact }: Pick<VendorHttp, "redact">,
  request: Asking<T>,
  { signal, patience = "interactive" }: Asked,
): Promise<Answered<T>> {
  const { data, learnt, body } = await sender({ ...request, patience }, signal);
  for (const secret of learnt) redact.learn(secret);
  return { data, again: body ? { body, read: () => readAgain(request.schema, body) } : null };
}

/** An answer, and its bytes where they are at hand, to be read once more if need be. */
export type Answered<T> = {
  readonly data: T;
  readonly again: { readonly body: Uint8Array; readonly read: () => T } | null;
};

function readAgain<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  const parsed = parseBody(schema, body);
  if (parsed.kind !== "parsed") throw new Error("an answer cannot be read a second time");
  return parsed.data;
}
