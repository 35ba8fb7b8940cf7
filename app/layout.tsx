import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
});

// Polish, Czech and other Latin letters; fetched only where a page has them.
const interExt = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  variable: "--font-inter-ext",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F",
    },
  ],
});

export const metadata: Metadata = {
  title: { template: "%s - Reseller Desk", default: "Reseller Desk" },
  description: "Find, price and quote cloud software.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The theme is a cookie, so the first byte already has it: no flash and no script ahead of the page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made per request: static HTML would carry no nonce and its scripts would be refused.
  await connection();
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html
      lang="en"
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      className={`${inter.variable} ${interExt.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
