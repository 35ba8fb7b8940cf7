export const entryElementId = (lineId: string, field: string) => `entry-${lineId}-${field}`;
export const configurationElementId = (lineId: string) => `configuration-${lineId}`;

/** Opens the line's configuration and goes to the entry that is missing; `field` is "component" or "component.attribute". */
export function revealEntry(lineId: string, field: string): void {
  const details = document.getElementById(configurationElementId(lineId));
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  const id = entryElementId(lineId, field);
  const find = () => document.getElementById(id);
  const go = (entry: HTMLElement) => {
    entry.focus();
    entry.scrollIntoView({ block: "center" });
  };
  const entry = find();
  if (entry) {
    go(entry);
    return;
  }
  // The entries arrive from the server once the box is open.
  const waiting = new MutationObserver(() => {
    const arrived = find();
    if (!arrived) return;
    waiting.disconnect();
    go(arrived);
  });
  waiting.observe(details, { childList: true, subtree: true });
}
