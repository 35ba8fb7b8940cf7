const MOST = 10;

export type RecentProduct = { readonly path: string; readonly label: string };

const keptAs = (user: string) => `recent-products ${user}`;

/** The products looked at last in this browser, newest first; each person has their own. */
export function recentProducts(user: string): readonly RecentProduct[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs(user)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    // Not ours to read: as good as none.
    return [];
  }
}

export function rememberProduct(user: string, product: RecentProduct): void {
  const others = recentProducts(user).filter(({ path }) => path !== product.path);
  localStorage.setItem(keptAs(user), JSON.stringify([product, ...others].slice(0, MOST)));
}

function isRecent(value: unknown): value is RecentProduct {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    value.path.startsWith("/products/") &&
    "label" in value &&
    typeof value.label === "string"
  );
}
