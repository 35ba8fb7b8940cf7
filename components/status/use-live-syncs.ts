"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { afterStep, type LiveSync } from "@/components/status/live-sync";
import { readProgress } from "@/components/status/read-progress";
import type { SyncProgress } from "@/lib/contracts/sync";

export type LiveSyncs = ReadonlyMap<string, LiveSync>;

type Watching = {
  /** Nothing is watched while this is false. */
  readonly active: boolean;
  readonly onEnded: (progress: SyncProgress) => void;
  /** The desk says that nothing runs any more. */
  readonly onIdle: () => void;
};

/** Follows the syncs of all vendors for as long as any runs, wherever they were started. */
export function useLiveSyncs({ active, onEnded, onIdle }: Watching): LiveSyncs {
  const [syncs, setSyncs] = useState<LiveSyncs>(new Map());
  const take = useEffectEvent((progress: SyncProgress) => {
    const before = syncs.get(progress.vendor);
    setSyncs((known) =>
      new Map(known).set(progress.vendor, afterStep(known.get(progress.vendor), progress, Date.now())),
    );
    if (before?.progress.state === "running" && progress.state !== "running") onEnded(progress);
  });
  const rest = useEffectEvent(onIdle);
  useEffect(() => {
    if (!active) return undefined;
    const events = new EventSource("/api/syncs/current");
    events.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const progress = readProgress(data);
      if (progress) take(progress);
    });
    events.addEventListener("idle", () => {
      events.close();
      rest();
    });
    return () => events.close();
  }, [active]);
  return syncs;
}
