"use client";

import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

const KEPT_AS = "listScroll";
const SETTLED_MS = 120;

type Place = { top: number; left: number };

/** The browser brings back how far the page was scrolled, but not a frame inside it: its place is kept with the entry of history. */
export function useListScroll(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = placeOfEntry();
    if (place) frame.current?.scrollTo(place.left, place.top);
  }, []);

  useEffect(() => {
    const list = frame.current;
    if (!list) return undefined;
    let settled: ReturnType<typeof setTimeout> | undefined;
    const page = location.pathname;
    const keep = () => {
      if (location.pathname !== page) return;
      const state = { ...history.state, [KEPT_AS]: { top: list.scrollTop, left: list.scrollLeft } };
      // Past the router's own version of it: to the router nothing has changed, and a page on its way is not given up.
      History.prototype.replaceState.call(history, state, "");
    };
    const onScroll = () => {
      clearTimeout(settled);
      settled = setTimeout(keep, SETTLED_MS);
    };
    list.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(settled);
      list.removeEventListener("scroll", onScroll);
    };
  }, []);
  return frame;
}

function placeOfEntry(): Place | null {
  const place: unknown = history.state?.[KEPT_AS];
  if (typeof place !== "object" || place === null || !("top" in place) || !("left" in place)) return null;
  return typeof place.top === "number" && typeof place.left === "number" ? { top: place.top, left: place.left } : null;
}
