export type Query = Readonly<Record<string, string | number | undefined>>;

const loopbackHosts: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** What is wrong with a vendor's base address, after its name; null where nothing is. Plain http is for loopback only. */
export function baseUrlComplaint(baseUrl: string): string | null {
  const url = URL.parse(baseUrl);
  if (url === null) return "must be an https address";
  const secure = url.protocol === "https:" || (url.protocol === "http:" && loopbackHosts.has(url.hostname));
  if (!secure) return "must begin with https:// (http:// is for this machine only)";
  const bare = [url.username, url.password, url.search, url.hash].every((part) => part === "");
  return bare ? null : "must not carry credentials, a query or a fragment";
}

/** The one origin and folder a vendor client talks to. */
export function parseBaseUrl(baseUrl: string): URL {
  const complaint = baseUrlComplaint(baseUrl);
  if (complaint !== null) throw new Error(`The vendor's base address ${complaint}.`);
  return new URL(baseUrl);
}

/** Base plus encoded segments; null where a segment would leave the folder it stands in. */
export function addressOf(base: URL, path: readonly string[], query: Query): URL | null {
  if (path.some((segment) => segment === "" || segment === "." || segment === ".." || !segment.isWellFormed()))
    return null;
  const url = new URL(base);
  url.pathname = [base.pathname.replace(/\/+$/, ""), ...path.map(encodeURIComponent)].join("/");
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, `${value}`);
  }
  return url;
}
