/** One way of asking for an address that once got, or could get, around a check made ahead of the page. */
export type Variant = {
  readonly name: string;
  readonly method: string;
  /** The request target exactly as it is sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

const flight = { RSC: "1" };
const skips = "proxy:proxy:proxy:proxy:proxy";

const headerTricks: readonly Readonly<Record<string, string>>[] = [
  {},
  flight,
  { ...flight, "Next-Router-Prefetch": "1" },
  { ...flight, "Next-Router-Prefetch": "2" },
  { ...flight, "Next-Router-Segment-Prefetch": "/_tree" },
  { ...flight, "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_full" },
  { ...flight, "Next-Router-State-Tree": '["",{"children":["(desk)",{"children":["__PAGE__",{}]}]},null,null,true]' },
  { ...flight, "Next-Router-State-Tree": "%5B%22%22%2C%7B%7D%5D" },
  { ...flight, "Next-Url": "/sign-in" },
  { "Next-Action": "0000000000000000000000000000000000000000" },
  { "Next-Resume": "1" },
  { "x-middleware-subrequest": "proxy" },
  { "x-middleware-subrequest": skips },
  { "x-middleware-subrequest": skips.replaceAll("proxy", "middleware") },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-middleware-prefetch": "1" },
  { "x-middleware-next": "1" },
  { "x-middleware-rewrite": "/share/quote/x" },
  { "x-middleware-invoke": "1" },
  { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "desk=1" },
  { "x-invoke-path": "/sign-in", "x-invoke-status": "200" },
  { "x-invoke-output": "/sign-in" },
  { "x-matched-path": "/sign-in" },
  { "x-now-route-matches": "1=sign-in&nxtPtoken=x" },
  { "x-nextjs-data": "1" },
  { "x-nextjs-matched-path": "/sign-in" },
  { "x-nextjs-rewrite": "/sign-in" },
  { "x-prerender-revalidate": "1" },
  { "x-rewrite-url": "/sign-in" },
  { "x-original-url": "/sign-in" },
  { "x-desk-path": "/share/quote/x", "x-nonce": "known" },
  { "x-forwarded-host": "localhost", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  { "x-forwarded-proto": "https", "x-forwarded-prefix": "/share" },
  { "X-HTTP-Method-Override": "GET" },
  { "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE", "X-HTTP-Method": "DELETE" },
  { Authorization: "Bearer null" },
  { Authorization: "Basic YWRtaW46YWRtaW4=" },
  { Cookie: "desk=; __Host-desk=; session=1; role=admin" },
  { Cookie: "desk=Fe26.2*1*a*b*c*1*d*e~2" },
  { Cookie: `desk=${"A".repeat(4000)}` },
  { Cookie: "__prerender_bypass=1; __next_preview_data=1" },
  { Accept: "text/x-component" },
  { Accept: "application/json" },
  { Accept: "text/csv", Range: "bytes=0-" },
  { "If-None-Match": "*", "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT" },
  { Upgrade: "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" },
  { Purpose: "prefetch", "Sec-Purpose": "prefetch;prerender" },
  { Origin: "null", "Sec-Fetch-Site": "cross-site" },
];

const methods = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "PROPFIND"];

const queries = [
  "_rsc",
  "_rsc=1",
  "nxtPnumber=1&nxtPid=1&nxtPvendor=ibm",
  "nxtIpath=/catalog",
  "__nextLocale=en&__nextDefaultLocale=en",
  "__nextDataReq=1",
  "__nextFallback=1",
  "_method=DELETE",
  "amp=1",
  "x-now-route-matches=1",
];

/** Every variant of asking for one path: at least a hundred. */
export function bypassVariants(path: string, host: string): readonly Variant[] {
  const ask = (target: string, headers: Variant["headers"] = {}, method = "GET"): Variant => ({
    name: `${method} ${target} ${JSON.stringify(headers)}`.slice(0, 300),
    method,
    target,
    headers,
  });
  return [
    ...headerTricks.map((headers) => ask(path, headers)),
    ...methods.map((method) => ask(path, {}, method)),
    ...methods.map((method) => ask(path, { "X-HTTP-Method-Override": "GET", ...flight }, method)),
    ...queries.map((query) => ask(`${path}?${query}`)),
    ...queries.slice(0, 4).map((query) => ask(`${path}?${query}`, flight)),
    ...spellings(path, host).map((target) => ask(target)),
    ...spellings(path, host)
      .slice(0, 6)
      .map((target) => ask(target, flight)),
  ];
}

/** A write as our own pages send it, in every disguise that a read may have. */
export function writeVariants(path: string, method: string, origin: string): readonly Variant[] {
  const own = { Origin: origin, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json", "If-Match": "*" };
  const { host } = new URL(origin);
  const send = (target: string, headers: Variant["headers"]): Variant => ({
    name: `${method} ${target} ${JSON.stringify(headers)}`.slice(0, 300),
    method,
    target,
    headers: { ...own, ...headers },
    body: "{}",
  });
  return [
    ...headerTricks.map((headers) => send(path, headers)),
    ...queries.map((query) => send(`${path}?${query}`, {})),
    ...spellings(path, host).map((target) => send(target, {})),
  ];
}

function spellings(path: string, host: string): string[] {
  const plain = path === "/" ? "/index" : path;
  const [first = "", ...rest] = plain.slice(1).split("/");
  const tail = rest.length > 0 ? `/${rest.join("/")}` : "";
  const escaped = first.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return [
    `${plain}.rsc`,
    `${plain}.prefetch.rsc`,
    `${plain}/index.rsc`,
    `${plain}.segments/_tree.segment.rsc`,
    `${plain}.segments/_full.segment.rsc`,
    `${plain}.segments/!KGRlc2sp/__PAGE__.segment.rsc`,
    `${plain}.json`,
    `${plain}.html`,
    `${plain}.txt`,
    `${plain}/`,
    `${plain}//`,
    `/${plain}`,
    `//${plain}`,
    `/.${plain}`,
    `/%2e${plain}`,
    `/sign-in/..${plain}`,
    `/sign-in/%2e%2e${plain}`,
    `/share/quote/x/../../..${plain}`,
    `/api/health/..%2f..${plain}`,
    `/_next/static/..${plain}`,
    `/_next/static/%2e%2e/%2e%2e${plain}`,
    `/_next/data/build${plain}.json`,
    `/_next/image?url=${encodeURIComponent(plain)}&w=64&q=75`,
    `/${first.toUpperCase()}${tail}`,
    `/${escaped}${tail}`,
    `/%5c${plain.slice(1)}`,
    `/en${plain}`,
    `/default${plain}`,
    `${plain};x=1`,
    `${plain}%00`,
    `${plain}%20`,
    `${plain}%2f`,
    `${plain}/.`,
    `${plain}#/sign-in`,
    `http://${host}${plain}`,
    `http://evil.example${plain}`,
    `/(desk)${plain}`,
    `/(desk)${plain}/page`,
  ];
}
