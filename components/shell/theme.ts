export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Takes effect at once and is sent with every later request, so that the server paints it first. */
export function applyTheme(theme: Theme): void {
  const age = theme === "system" ? 0 : 31_536_000;
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}
