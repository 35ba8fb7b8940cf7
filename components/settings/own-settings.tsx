"use client";

import { KeySwitch } from "@/components/shell/key-switch";
import { SHOW_KEYS } from "@/components/shell/shortcuts";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Button } from "@/components/ui/button";
import { Panel, PanelHeading } from "@/components/ui/panel";

/** What each person settles for this browser alone. */
export function OwnSettings() {
  return (
    <Panel aria-labelledby="own-settings">
      <PanelHeading id="own-settings" aside="For you alone, in this browser">
        Yours
      </PanelHeading>
      <div className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2">
        <div className="-mx-2.5 -my-1.5">
          <ThemeChoice name="own-theme" />
        </div>
        <div className="grid content-start gap-1.5">
          <p className="text-caption text-ink-muted font-medium">Keys</p>
          <KeySwitch />
          <p className="text-table text-ink-muted">
            Switch them off where speech input or a slip sets them off.{" "}
            <Button size="small" tone="quiet" onClick={() => document.dispatchEvent(new CustomEvent(SHOW_KEYS))}>
              Show the keys
            </Button>
          </p>
        </div>
      </div>
    </Panel>
  );
}
