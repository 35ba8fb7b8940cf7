"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { announce } from "@/components/ui/announce";

type CopyButtonProps = { text: string; name: string; label?: string };

/** Copies the bare text; the tick appears in place. With `label` it is a full button, without one an icon. */
export function CopyButton({ text, name, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(`${name} copied`);
    } catch {
      announce(`${name} could not be copied`);
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      data-tone={label ? "plain" : "quiet"}
      data-square={label ? undefined : true}
      data-copy
      className={label ? "btn" : "btn size-6"}
      aria-label={label ? undefined : `Copy ${name} ${text}`}
      title={label ? undefined : `Copy ${name} (c)`}
      onClick={() => void copy()}
    >
      <Icon aria-hidden="true" className={label ? "" : "size-3.5!"} />
      {label ? (copied ? "Copied" : label) : null}
    </button>
  );
}
