"use client";

import { useSyncExternalStore } from "react";
import { durationWords } from "@/components/status/status-words";

const SECOND = 1_000;

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, SECOND);
  return () => clearInterval(timer);
}

const thisSecond = () => Math.floor(Date.now() / SECOND) * SECOND;

/** "in 24 s"; "now" once the time has come. */
export function Countdown({ iso }: { iso: string }) {
  const now = useSyncExternalStore<number | null>(everySecond, thisSecond, () => null);
  if (now === null) return null;
  const left = Date.parse(iso) - now;
  return (
    <span className="figures">{left <= 0 ? "now" : `in ${durationWords(Math.ceil(left / SECOND) * SECOND)}`}</span>
  );
}
