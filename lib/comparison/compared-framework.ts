import type { Framework } from "../framework/types";
import { frameworkName, isNewer, measuresSame } from "../framework/version";
import { groupBy } from "../grouping/group-by";

/**
 * The framework by which units are compared: of those that measure the same, the ones that most units were assessed
 * with, the app's own where as many were; the newest version of them names the columns.
 */
export function comparedFramework(latest: readonly { framework: Framework }[], own: Framework): Framework {
  const groups: Framework[][] = [];
  for (const [name, ofName] of groupBy(latest, ({ framework }) => frameworkName(framework))) {
    const versions = ofName.map(({ framework }) => framework);
    const group = groups.find(([one]) => one && measuresSame(frameworkName(one), name));
    if (group) group.push(...versions);
    else groups.push(versions);
  }
  const isOwn = ([one]: readonly Framework[]) => one && measuresSame(frameworkName(one), frameworkName(own));
  const [most = [own]] = groups.sort(
    (a, b) => b.length - a.length || Number(Boolean(isOwn(b))) - Number(Boolean(isOwn(a))),
  );
  return most.reduce((newest, one) => (isNewer(one.version, newest.version) ? one : newest));
}
