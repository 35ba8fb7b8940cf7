/** What a tab lets be seen: all its person may see, or what a customer looking on may see. */
export type DeskView = "own" | "customer";

/** Each request of a tab says its view itself. */
export const DESK_VIEW_HEADER = "x-desk-view";

/** A document is asked for without headers of ours: for it the cookie holds the view of the tab that asks. */
export const DESK_VIEW_COOKIE = "desk-view";
