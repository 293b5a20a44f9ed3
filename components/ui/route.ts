import type { Route } from "next";

/** Checks a path against the app's pages where it is written, for a property that takes any page. */
export function route<Path extends string>(path: Route<Path>): Route {
  return path as Route;
}
