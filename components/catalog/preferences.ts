export const densities = ["compact", "regular", "roomy"] as const;
export type Density = (typeof densities)[number];

/** How this person likes the table; kept in cookies, so that the first paint already has it. */
export type TablePreferences = { readonly columns: readonly string[] | null; readonly density: Density };

export function readPreferences(cookie: (name: string) => string | undefined): TablePreferences {
  const columns = cookie("catalog-columns");
  const density = densities.find((one) => one === cookie("catalog-density")) ?? "regular";
  return { columns: columns ? columns.split(".").slice(0, 40) : null, density };
}

export function keepPreferences({ columns, density }: TablePreferences): void {
  keep("catalog-columns", columns === null ? "" : columns.join("."));
  keep("catalog-density", density === "regular" ? "" : density);
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? 31_536_000 : 0}; samesite=lax`;
}
