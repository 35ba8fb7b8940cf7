export type Query = Readonly<Record<string, string | number | undefined>>;

const loopbackHosts: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The one origin and folder a vendor client talks to. Plain http is for loopback only (the sandbox). */
export function parseBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null) throw new Error("The vendor's base address is not an address.");
  const secure = url.protocol === "https:" || (url.protocol === "http:" && loopbackHosts.has(url.hostname));
  if (!secure) throw new Error("The vendor's base address must begin with https://.");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new Error("The vendor's base address must not carry credentials, a query or a fragment.");
  }
  return url;
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
