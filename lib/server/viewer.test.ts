import { expect, it } from "vitest";
import { roles } from "@/lib/contracts/session";
import { asTabShows, may, requireRight, rightsOf, type Viewer } from "@/lib/server/viewer";

const viewerWith = (role: (typeof roles)[number]): Viewer => {
  return { userId: role, email: `${role}@desk.example`, name: role, role, rights: rightsOf(role) };
};

it("customer view takes rights away and never gives one", () => {
  for (const role of roles) {
    const viewer = viewerWith(role);
    for (const view of ["customer", "own", "admin", "", null, undefined]) {
      const shown = asTabShows(viewer, view);
      expect([...shown.rights].filter((right) => !may(viewer, right))).toEqual([]);
      expect(may(shown, "costs:read")).toBe(view !== "customer" && may(viewer, "costs:read"));
    }
  }
});

it("says that customer view is on where the right is there without it", () => {
  const manager = asTabShows(viewerWith("manager"), "customer");
  expect(() => requireRight(manager, "rules:write")).toThrow("Customer view is on. Leave it to do this.");
  expect(() => requireRight(manager, "settings:write")).toThrow("Ask an administrator");
  expect(() => requireRight(manager, "syncs:write")).not.toThrow();
});

it("somebody who never sees a cost has nothing to leave", () => {
  expect(asTabShows(viewerWith("seller-no-cost"), "customer").customerView).toBeUndefined();
});
