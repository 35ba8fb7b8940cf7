"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { applyTheme, currentTheme, themes, type Theme } from "@/components/shell/theme";

const icons = { system: Monitor, light: Sun, dark: Moon };
const words: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `name` tells the radio buttons of two choices on one page apart. */
export function ThemeChoice({ name = "theme" }: { name?: string }) {
  const chosen = useSyncExternalStore<Theme>(subscribe, currentTheme, () => "system");
  const choose = (theme: Theme) => {
    applyTheme(theme);
    for (const listener of listeners) listener();
  };
  return (
    <fieldset className="px-2.5 py-1.5">
      <legend className="text-caption text-ink-muted mb-1.5 font-medium">Theme</legend>
      <div className="bg-wash rounded-control grid grid-cols-3 gap-0.5 p-0.5">
        {themes.map((theme) => {
          const Icon = icons[theme];
          return (
            <label
              key={theme}
              className="has-checked:bg-surface has-checked:border-line-strong has-focus-visible:outline-accent text-table text-ink-muted has-checked:text-ink flex h-7 items-center justify-center gap-1.5 rounded-[5px] border border-transparent has-focus-visible:outline-2"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={chosen === theme}
                onChange={() => choose(theme)}
              />
              <Icon aria-hidden="true" className="size-3.5!" />
              {words[theme]}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
