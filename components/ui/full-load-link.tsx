import type { Route } from "next";

type FullLoadLinkProps = { href: Route; tone?: "primary" | "plain"; children: string };

/** Loads the page anew. Pages outside the desk, and pages after an error, then need none of the router's link code. */
export function FullLoadLink({ href, tone = "plain", children }: FullLoadLinkProps) {
  return (
    <a href={href} className="btn" data-tone={tone}>
      {children}
    </a>
  );
}
