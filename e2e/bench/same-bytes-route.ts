const kept: Uint8Array<ArrayBuffer>[] = [];

/** Takes the bytes to send later; answers with their number. */
export async function POST(request: Request): Promise<Response> {
  kept.push(new Uint8Array(await request.arrayBuffer()));
  return new Response(`${kept.length - 1}`);
}

/** The least that a route handler of this app can do for an answer: it sends bytes that lie in memory. */
export function GET(request: Request): Response {
  const at = new URL(request.url).searchParams.get("at") ?? "";
  const bytes = kept[parseInt(at, 10)];
  return new Response(bytes ?? null, {
    status: bytes ? 200 : 404,
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}
