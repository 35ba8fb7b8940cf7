"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  globalThis.addEventListener("online", listener);
  globalThis.addEventListener("offline", listener);
  return () => {
    globalThis.removeEventListener("online", listener);
    globalThis.removeEventListener("offline", listener);
  };
}

export function OfflineBand() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;
  return (
    <div role="alert" data-tone="stale" className="tone text-table flex items-center justify-center gap-2 px-4 py-1.5">
      <WifiOff aria-hidden="true" />
      No connection. You can read on; changes are not saved until it is back.
    </div>
  );
}
