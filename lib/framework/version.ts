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

const numbers = new Intl.Collator("en", { numeric: true });

/** Of two versions of a framework, such as 1.9.0 and 1.10.0, whether the first came later. Takes their names as well. */
export function isNewer(version: string, than: string): boolean {
  return numbers.compare(version, than) > 0;
}
