const STAYS = " The last good catalog stays in use.";

/** "IBM did not answer within 30 s; showing the catalog of 22 Nov 2026, 09:12 UTC." */
export function describeTrouble(error: string | null, asOf: string | null): string | null {
  if (error === null) return null;
  const fact = error.replace(STAYS, "").trim();
  if (asOf === null) return `${fact} There is no catalog of this vendor yet.`;
  const shown = `showing the catalog of ${instantForPeople(asOf)}.`;
  return /^[^.]*\.$/.test(fact) ? `${fact.slice(0, -1)}; ${shown}` : `${fact} Now ${shown}`;
}

function instantForPeople(iso: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  });
  return `${format.format(new Date(iso))} UTC`;
}
