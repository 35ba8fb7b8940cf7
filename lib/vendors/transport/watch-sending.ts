import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

// Node's fetch does not say when its connection stands, but its client (undici) does on these diagnostics channels.

export type SendingWatch = { readonly connecting: () => void; readonly sent: () => void };

const watches = new AsyncLocalStorage<SendingWatch>();
const watchOf = new WeakMap<object, SendingWatch>();

subscribe("undici:request:create", (message) => {
  const [request, watch] = [requestIn(message), watches.getStore()];
  if (request === null || watch === undefined) return;
  watchOf.set(request, watch);
  watch.connecting();
});

subscribe("undici:client:sendHeaders", (message) => {
  const request = requestIn(message);
  if (request !== null) watchOf.get(request)?.sent();
});

function requestIn(message: unknown): object | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return typeof message.request === "object" ? message.request : null;
}

/** Tells the watch how the request that `send` makes with `fetch` gets on its way. */
export function watchSending<T>(watch: SendingWatch, send: () => Promise<T>): Promise<T> {
  return watches.run(watch, send);
}
