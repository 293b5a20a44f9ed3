import type { Framework } from "./types";

/** `ai-scaling@1.0.0`: how results, plans and files name a version of a framework. */
export function frameworkName({ key, version }: Pick<Framework, "key" | "version">): string {
  return `${key}@${version}`;
}

/** `ai-scaling@1` of `ai-scaling@1.0.0`. */
export function majorOf(name: string): string {
  return name.split(".")[0] ?? name;
}

/** Whether results by two versions can stand side by side. */
export function measuresSame(one: string, other: string): boolean {
  return majorOf(one) === majorOf(other);
}
