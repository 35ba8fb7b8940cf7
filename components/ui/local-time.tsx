"use client";

import { useSyncExternalStore } from "react";
import { formatAge, formatDate, formatDateTime } from "@/components/ui/format";

const never = () => () => undefined;

/** True once the browser has taken over; the server and the first browser render agree on false. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const MINUTE = 60_000;

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 2);
  return () => clearInterval(timer);
}

function currentMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

/** The present to the minute; null until the browser has taken over. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(everyMinute, currentMinute, () => null);
}

type LocalTimeProps = { iso: string; dateOnly?: boolean; age?: boolean; className?: string };

/** "22 Nov 2026, 09:14 (2 h ago)" in the reader's zone, the zone on hover; UTC until the browser has taken over. */
export function LocalTime({ iso, dateOnly, age, className = "" }: LocalTimeProps) {
  const inBrowser = useInBrowser();
  const now = useNow();
  const zone = inBrowser ? undefined : "UTC";
  const zoneName = inBrowser ? ownTimeZone() : "UTC";
  const past = age && now !== null ? formatAge(iso, now) : null;
  return (
    <time dateTime={iso} title={`${formatDateTime(iso, zone)} ${zoneName}`} className={`figures ${className}`}>
      {dateOnly ? formatDate(iso, zone) : formatDateTime(iso, zone)}
      {past === null ? null : ` (${past === "just now" ? past : `${past} ago`})`}
    </time>
  );
}
