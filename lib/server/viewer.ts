import type { Right, Role } from "@/lib/contracts/session";
import { AppError } from "@/lib/server/app-error";

/** Whoever is signed in, with what they may do. */
export type Viewer = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly rights: ReadonlySet<Right>;
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

export function may(viewer: Viewer, right: Right): boolean {
  return viewer.rights.has(right);
}

/** First line of every operation that needs a right. Throws `forbidden`. */
export function requireRight(viewer: Viewer, right: Right): void {
  if (!may(viewer, right)) throw new AppError("forbidden", "Your role does not allow this. Ask an administrator.");
}
