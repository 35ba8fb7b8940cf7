"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useEffect, useState, type ReactNode } from "react";
import { replayEarlyClicks } from "@/components/shell/early-clicks";
import { Announcer } from "@/components/ui/announce";
import { Toaster } from "@/components/ui/toast";
import { makeQueryClient } from "@/lib/client/query-client";

/** What the signed-in desk needs in the browser; sign-in and paper pages stay without it. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  useEffect(replayEarlyClicks, []);
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>{children}</NuqsAdapter>
      <Toaster />
      <Announcer />
    </QueryClientProvider>
  );
}
