/** Response headers that do not change from request to request; the nonce-bearing policy is set in `proxy.ts`. */
const steadyHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

/** For answers that are no pages: should a browser show one, nothing in it runs, loads or is framed. */
const dataHeaders = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
];

/** Vendors' pictures are shown, never opened as a page of ours. */
const pictureHeaders = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  },
];

/** Addresses under /share are secrets: not indexed, and told to no other site. */
const shareHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  agentRules: false,
  experimental: { agentUpgrade: false, authInterrupts: true },
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: true,
  headers: async () => [
    { source: "/:path*", headers: steadyHeaders },
    { source: "/api/:path*", headers: dataHeaders },
    { source: "/api/:path*/pictures/:number", headers: pictureHeaders },
    { source: "/icon.svg", headers: dataHeaders },
    { source: "/favicon.ico", headers: dataHeaders },
    { source: "/:area(share|api/share)/:path*", headers: shareHeaders },
  ],
};

export default nextConfig;
