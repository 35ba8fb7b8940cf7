/** Columns that may be shown, hidden and moved; Product stands before them and Add after them. */
export const movableColumns = [
  "vendor",
  "service",
  "category",
  "topics",
  "serviceType",
  "planType",
  "billing",
  "commitment",
  "limits",
  "needs",
  "cost",
  "price",
  "yearly",
  "margin",
  "markup",
  "updated",
] as const;
export type MovableColumn = (typeof movableColumns)[number];

export function isMovableColumn(id: string): id is MovableColumn {
  return (movableColumns as readonly string[]).includes(id);
}

export const densities = ["compact", "regular", "roomy"] as const;
export type Density = (typeof densities)[number];

/** How this person likes the table; kept in cookies, so that the first paint already has it. */
export type TablePreferences = {
  /** Ids of the columns shown between the pinned ones, from left to right; null = the usual ones. */
  readonly columns: readonly MovableColumn[] | null;
  readonly density: Density;
  /** Facets folded or unfolded against their usual state. */
  readonly facets: Readonly<Record<string, boolean>>;
};

/** Several people may share a browser: each has cookies of their own. */
export function readPreferences(userId: string, cookie: (name: string) => string | undefined): TablePreferences {
  const read = (name: string) => cookie(cookieName(name, userId)) ?? "";
  const columns = read("columns");
  return {
    columns: columns ? columns.split(".").filter(isMovableColumn) : null,
    density: densities.find((one) => one === read("density")) ?? "regular",
    facets: Object.fromEntries(
      read("facets")
        .split(".")
        .filter(Boolean)
        .slice(0, 40)
        .map((entry) => (entry.startsWith("-") ? [entry.slice(1), false] : [entry, true])),
    ),
  };
}

export function keepPreferences(userId: string, { columns, density, facets }: TablePreferences): void {
  const keep = (name: string, value: string) => {
    const age = value ? 31_536_000 : 0;
    document.cookie = `${cookieName(name, userId)}=${value}; path=/; max-age=${age}; samesite=lax`;
  };
  keep("columns", columns === null ? "" : columns.join("."));
  keep("density", density === "regular" ? "" : density);
  keep(
    "facets",
    Object.entries(facets)
      .map(([name, open]) => (open ? name : `-${name}`))
      .join("."),
  );
}

function cookieName(name: string, userId: string): string {
  return `catalog-${name}-${userId.replace(/[^A-Za-z0-9-]/g, "")}`;
}
