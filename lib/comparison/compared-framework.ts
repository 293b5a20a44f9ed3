import { isNewer, majorOf, measuresSame } from "../framework/version";
import { groupBy } from "../grouping/group-by";

/**
 * The name of the framework version by which units are compared: of those that measure the same, the ones that most
 * units were assessed with, `own` where as many were; the newest version of them names the columns.
 */
export function comparedFramework(latest: readonly string[], own: string): string {
  const [most = [own]] = [...groupBy(latest, majorOf).values()].sort(
    (a, b) => b.length - a.length || Number(isLike(b, own)) - Number(isLike(a, own)),
  );
  return most.reduce((newest, name) => (isNewer(name, newest) ? name : newest));
}

function isLike([one]: readonly string[], own: string): boolean {
  return one !== undefined && measuresSame(one, own);
}
