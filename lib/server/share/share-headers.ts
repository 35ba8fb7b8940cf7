/** For every answer under a share link: it is not kept, not indexed, and its address is told to nobody. */
export const shareHeaders = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
} as const;

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Sets the headers on refusals as well. */
export function withShareHeaders<Context>(handle: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const response = await handle(request, context);
    for (const [name, value] of Object.entries(shareHeaders)) response.headers.set(name, value);
    return response;
  };
}
