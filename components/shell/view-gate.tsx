"use client";

import { useEffect, useState, type ReactNode } from "react";
import { VIEW_CHANGES } from "@/components/shell/desk-view";

/** Takes everything off the page the moment the view changes; the page that follows is loaded anew. */
export function ViewGate({ children }: { children: ReactNode }) {
  const [isChanging, setIsChanging] = useState(false);
  useEffect(() => {
    const onChange = () => setIsChanging(true);
    document.addEventListener(VIEW_CHANGES, onChange);
    return () => document.removeEventListener(VIEW_CHANGES, onChange);
  }, []);
  if (!isChanging) return children;
  return <p className="text-ink-muted px-4 py-16 text-center">Changing the view…</p>;
}
