type EarlyClicks = { readonly events: Map<HTMLElement, Event>; readonly keep: (event: Event) => void };

declare global {
  var earlyClicks: EarlyClicks | undefined;
}

/**
 * Runs with the first bytes of the page, long before its scripts: a button or box pressed until then would do nothing
 * and say nothing. Links and submits work by themselves.
 */
export const keepEarlyClicks = `(() => {
  const events = new Map();
  const keep = (event) => {
    const pressed = event.target.closest("button[type=button], input[type=checkbox]");
    if (pressed) events.set(pressed, event);
  };
  globalThis.earlyClicks = { events, keep };
  document.addEventListener("click", keep, true);
})()`;

/** Does once what was pressed before the page could answer. */
export function replayEarlyClicks(): void {
  const early = globalThis.earlyClicks;
  if (!early) return;
  globalThis.earlyClicks = undefined;
  document.removeEventListener("click", early.keep, true);
  for (const [pressed, event] of early.events) {
    // A click still on its way is delivered by React itself: it was what made the page wake up.
    if (event.eventPhase !== Event.NONE || !pressed.isConnected) continue;
    if (pressed instanceof HTMLInputElement) pressed.checked = !pressed.checked;
    pressed.click();
  }
}
