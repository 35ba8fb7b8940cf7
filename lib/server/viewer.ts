import type { Right, Role } from "@/lib/contracts/session";
import { AppError } from "@/lib/server/app-error";

/** Whoever is signed in, with what they may do. */
export type Viewer = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly rights: ReadonlySet<Right>;
  /** A customer looks on: what is the house's own business is left out, though the viewer may see it. */
  readonly customerView?: boolean;
};

const rightsByRole: Record<Role, readonly Right[]> = {
  admin: ["costs:read", "quotes:all", "rules:write", "syncs:write", "users:write", "settings:write"],
  manager: ["costs:read", "quotes:all", "rules:write", "syncs:write"],
  seller: ["costs:read"],
  "seller-no-cost": [],
};

export function rightsOf(role: Role): ReadonlySet<Right> {
  return new Set(rightsByRole[role]);
}

const internalRights: ReadonlySet<Right> = new Set(["costs:read", "rules:write"]);

/**
 * The viewer as far as the asking tab wants them to be seen. Whatever a request says, nobody gains a right by it; who
 * never sees a cost is in customer view anyway.
 */
export function asTabShows(viewer: Viewer, view: string | null | undefined): Viewer {
  if (view !== "customer" || !may(viewer, "costs:read")) return viewer;
  const rights = new Set([...viewer.rights].filter((right) => !internalRights.has(right)));
  return { ...viewer, rights, customerView: true };
}

export function may(viewer: Viewer, right: Right): boolean {
  return viewer.rights.has(right);
}

/** First line of every operation that needs a right. Throws `forbidden`. */
export function requireRight(viewer: Viewer, right: Right): void {
  if (may(viewer, right)) return;
  if (viewer.customerView && internalRights.has(right)) {
    throw new AppError("forbidden", "Customer view is on. Leave it to do this.");
  }
  throw new AppError("forbidden", "Your role does not allow this. Ask an administrator.");
}
