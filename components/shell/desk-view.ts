import { DESK_VIEW_COOKIE, DESK_VIEW_HEADER, type DeskView } from "@/lib/contracts/customer-view";

/** The page's content goes at once, before anything is asked of the network. */
export const VIEW_CHANGES = "desk:view-changes";
export const ASK_TO_LEAVE = "desk:leave-customer-view";

/**
 * Runs with the first bytes of the page. Each tab has a view of its own; a new tab begins with that of the tab it came
 * from. The header says it with every request; the cookie follows whichever tab is used, for the documents it asks for.
 * A page made for the other view, say one brought back from memory, is never left standing.
 */
export function keepDeskView(rendered: DeskView): string {
  return `(() => {
  const rendered = "${rendered}", name = "${DESK_VIEW_COOKIE}";
  const view = () => sessionStorage.getItem(name) ?? rendered;
  const isTold = () => {
    const told = document.cookie.split("; ").find((cookie) => cookie.startsWith(name + "="));
    return told === undefined ? view() === "own" : told === name + "=" + view();
  };
  const tell = () => {
    if (!isTold()) document.cookie = name + "=" + view() + "; path=/; samesite=lax";
  };
  const check = () => {
    tell();
    if (view() === rendered || !isTold()) return;
    document.documentElement.style.display = "none";
    location.reload();
  };
  sessionStorage.setItem(name, view());
  check();
  for (const event of ["pointerdown", "keydown", "focus", "beforeunload"]) addEventListener(event, tell, true);
  addEventListener("pageshow", (event) => {
    if (event.persisted) check();
  });
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set("${DESK_VIEW_HEADER}", view());
    return send(input, { ...init, headers });
  };
})()`;
}

/** Empties the page and loads it anew: no answer, route or form kept in memory outlives the change. */
export function changeView(view: DeskView): void {
  sessionStorage.setItem(DESK_VIEW_COOKIE, view);
  document.cookie = `${DESK_VIEW_COOKIE}=${view}; path=/; samesite=lax`;
  document.dispatchEvent(new CustomEvent(VIEW_CHANGES));
  const { pathname, search } = globalThis.location;
  globalThis.location.replace(pathname + (view === "customer" ? withoutCostKeys(search) : search));
}

export function askToLeave(): void {
  document.dispatchEvent(new CustomEvent(ASK_TO_LEAVE));
}

const costWords = new Set(["cost", "margin", "markup", "-margin"]);

/** The search of an address without what sorts, filters or shows by cost. */
export function withoutCostKeys(search: string): string {
  const before = new URLSearchParams(search);
  const after = new URLSearchParams();
  for (const [name, value] of before) {
    if (name === "marginBand" || name === "costKnown") continue;
    if ((name === "sort" || name === "kind") && costWords.has(value)) continue;
    const kept = name === "columns" ? value.split(".").filter((column) => !costWords.has(column)) : [value];
    if (kept.length > 0) after.append(name, kept.join("."));
  }
  return after.size === before.size && String(after) === String(before) ? search : after.size > 0 ? `?${after}` : "";
}
