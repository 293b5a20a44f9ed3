import "server-only";
import { comparedFramework } from "@/lib/comparison/compared-framework";
import { type ComparedUnit, candidatesOf, type NotCompared, separate } from "@/lib/comparison/compared-unit";
import type { Framework } from "@/lib/framework/types";
import { frameworkName } from "@/lib/framework/version";
import type { Member } from "../auth/member";
import { currentFramework, namedFramework } from "../data/frameworks";
import { listLatestResults } from "../data/results";
import { listUnits, type Unit } from "../data/units";

type Compared = {
  tree: readonly Unit[];
  framework: Framework;
  compared: readonly ComparedUnit[];
  notCompared: readonly NotCompared[];
};

/** The units of an organization that stand side by side, by which framework, and those that cannot. */
export async function readCompared(member: Member): Promise<Compared> {
  const [tree, results, current] = await Promise.all([
    listUnits(member),
    listLatestResults(member),
    currentFramework(),
  ]);
  const names = results.map(({ latest }) => latest.result.framework);
  const name = comparedFramework(names, frameworkName(current.framework));
  const { framework } = await namedFramework(name);
  return { tree, framework, ...separate(candidatesOf(tree, results), framework) };
}
