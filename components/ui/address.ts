import type { Route } from "next";

/** An address put together at run time; the router's types know only the written-out ones. */
export function address(path: string): Route {
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- necessary once the route types are generated
  return path as Route;
}
