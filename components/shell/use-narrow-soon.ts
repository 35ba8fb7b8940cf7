"use client";

import { useCallback, useEffect, useRef, type RefObject } from "react";

const TYPING_PAUSE_MS = 180;
const PRESS_MS = 400;

/**
 * Narrows the list once one stops typing. Rows must not change under a pointer that is pressing one, and an address
 * that changes while another page is on its way would take that page back: a press elsewhere comes first.
 */
export function useNarrowSoon(box: RefObject<HTMLElement | null>, narrow: (text: string) => void) {
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(narrow);
  useEffect(() => {
    latest.current = narrow;
  });

  const forget = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  }, []);
  const narrowSoon = useCallback((text: string, pauseMs = TYPING_PAUSE_MS) => {
    clearTimeout(waiting.current?.timer);
    const timer = setTimeout(() => {
      waiting.current = null;
      latest.current(text);
    }, pauseMs);
    waiting.current = { text, timer };
  }, []);

  useEffect(() => {
    const onPress = ({ target }: Event) => {
      if (waiting.current && target !== box.current) narrowSoon(waiting.current.text, PRESS_MS);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link && link.pathname !== globalThis.location.pathname) forget();
    };
    document.addEventListener("pointerdown", onPress, true);
    document.addEventListener("click", onClick, true);
    return () => {
      forget();
      document.removeEventListener("pointerdown", onPress, true);
      document.removeEventListener("click", onClick, true);
    };
  }, [box, narrowSoon, forget]);
  return { narrowSoon, forget };
}
