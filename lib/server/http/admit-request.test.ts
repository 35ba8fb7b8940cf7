import { describe, expect, it, test } from "vitest";
import { admitRequest, trustedList } from "@/lib/server/http/admit-request";

type Headers = Record<string, string | string[] | undefined>;

function admitted(peer: string, headers: Headers, proxies: readonly string[] = [], url = "/") {
  const request = { headers: { ...headers }, url };
  admitRequest(request, peer, trustedList(proxies));
  return request;
}

const addressOf = (peer: string, forwarded: string | string[] | undefined, proxies: readonly string[] = []) =>
  admitted(peer, { "x-forwarded-for": forwarded }, proxies).headers["x-forwarded-for"];

describe("the address of a visitor", () => {
  it("is the socket's peer, whatever a stranger writes into the header", () => {
    expect(addressOf("203.0.113.9", "198.51.100.1, 127.0.0.1")).toBe("203.0.113.9");
    expect(addressOf("2001:db8::9", "198.51.100.1")).toBe("2001:db8::9");
  });

  it("is what a proxy on this machine wrote down last", () => {
    for (const peer of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
      expect(addressOf(peer, "6.6.6.6, 203.0.113.9")).toBe("203.0.113.9");
      expect(addressOf(peer, ["6.6.6.6", "203.0.113.9"])).toBe("203.0.113.9");
    }
  });

  it("is looked up through named proxies and no further", () => {
    const proxies = ["10.0.0.0/8", "192.0.2.7", "fd00::/8"];
    expect(addressOf("10.1.2.3", "6.6.6.6, 203.0.113.9, 192.0.2.7", proxies)).toBe("203.0.113.9");
    expect(addressOf("fd00::5", "203.0.113.9", proxies)).toBe("203.0.113.9");
    expect(addressOf("192.0.2.8", "203.0.113.9", proxies)).toBe("192.0.2.8");
  });

  it("stays the last certain one where the header holds no address", () => {
    for (const odd of [undefined, "", "unknown", "<script>", "1.2.3", ",,", "a\tb", "203.0.113.9:80"]) {
      expect(addressOf("127.0.0.1", odd)).toBe("127.0.0.1");
    }
    expect(addressOf("", "203.0.113.9")).toBe("unknown");
  });
});

test("a host that somebody claims is dropped, and of an absolute address only its path is kept", () => {
  const request = admitted("127.0.0.1", { "x-forwarded-host": "evil.example" }, [], "http://evil.example:80/a?b=1#c");
  expect(request.headers["x-forwarded-host"]).toBeUndefined();
  expect(request.url).toBe("/a?b=1");
  expect(admitted("127.0.0.1", {}, [], "/http://evil.example").url).toBe("/http://evil.example");
  expect(admitted("127.0.0.1", {}, [], "http://[").url).toBe("http://[");
});

test("a path whose escapes stand for no text becomes one where nothing is", () => {
  const addressFor = (url: string) => admitted("127.0.0.1", {}, [], url).url;
  expect(["/api/products/ibm/%E0%A4%A?x=1", "/api/carts/%", "/api/share/quotes/%zz"].map(addressFor)).toEqual(
    Array.from({ length: 3 }, () => "/api/-"),
  );
  expect([addressFor("/products/ibm/%ff"), addressFor("/share/quote/%E0%A4%A")]).toEqual(["/-", "/-"]);
  for (const fine of ["/api/products/ibm/%C3%A4%2F%25", "/catalog?q=%ff", "/"]) expect(addressFor(fine)).toBe(fine);
});

test("how a request was made is written down, whatever it says of itself", () => {
  const methodOf = (method: string, headers: Headers) => {
    const request = { headers: { "x-desk-method": "GET", ...headers }, method, url: "/" };
    admitRequest(request, "203.0.113.9", trustedList([]));
    return request.headers["x-desk-method"];
  };
  expect([methodOf("GET", {}), methodOf("HEAD", {}), methodOf("POST", {})]).toEqual(["GET", "HEAD", "POST"]);
  expect([methodOf("GET", { rsc: "1" }), methodOf("GET", { "next-router-prefetch": "1" })]).toEqual(["DATA", "DATA"]);
});
