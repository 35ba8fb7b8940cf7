"use client";

import { switchKeys, useKeysOff } from "@/components/shell/key-preference";

/** Single letters get in the way of speech input and of slips; they can be switched off. */
export function KeySwitch() {
  const isOff = useKeysOff();
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="check"
        checked={!isOff}
        onChange={(event) => switchKeys(event.target.checked)}
      />
      Use single-letter keys
    </label>
  );
}
