"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { ApiError, callApi } from "@/lib/client/api";

/** A setting as the page was given it. */
export type SettingStart<Value> = { readonly value: Value; readonly version: number };

type Asked<Value> = { readonly value: Value; readonly over: number };

/** One setting with its version: saves over what was seen, and keeps what somebody else saved meanwhile in sight. */
export function useSetting<Value>(path: string, start: SettingStart<Value>, done = "Settings saved") {
  const [seen, setSeen] = useState(start);
  const [taken, setTaken] = useState(0);
  const client = useQueryClient();
  const router = useRouter();
  const save = useMutation({
    mutationFn: async ({ value, over }: Asked<Value>) => {
      const answer = await callApi<Value>("PUT", path, { body: value, headers: { "If-Match": `"${over}"` } });
      return { value: answer.body, version: versionOf(answer.etag) };
    },
    onSuccess: async (saved) => {
      setSeen(saved);
      toast(done);
      // What lists, carts and figures show may hang on it.
      await client.invalidateQueries();
      router.refresh();
    },
  });
  const theirs = conflictOf<Value>(save.error);
  return {
    seen: seen.value,
    /** Counts how often the other one's was taken over. */
    taken,
    busy: save.isPending,
    error: theirs ? null : save.error,
    theirs: theirs ? { ...theirs, message: save.error?.message ?? "" } : null,
    save: (value: Value) => {
      if (!save.isPending) save.mutate({ value, over: seen.version });
    },
    saveOver: (value: Value) => {
      if (theirs && !save.isPending) save.mutate({ value, over: theirs.version });
    },
    /** Goes on from what the other one saved. */
    take: () => {
      if (theirs) setSeen({ value: theirs.value, version: theirs.version });
      setTaken(taken + 1);
      save.reset();
    },
  };
}

function versionOf(etag: string | null): number {
  return Number.parseInt(etag?.replaceAll('"', "") ?? "", 10) || 0;
}

function conflictOf<Value>(error: unknown): SettingStart<Value> | null {
  const problem = error instanceof ApiError && error.code === "stale" ? error.problem : null;
  // Our own answer to a stale save: the value as it is stored, with its version.
  return typeof problem?.version === "number" ? { value: problem.current as Value, version: problem.version } : null;
}
