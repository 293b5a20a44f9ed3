import "server-only";
import { db } from "../db/client";

/**
 * Until when what is outdated may be cleared away for good: the last day but one on which something was changed. A
 * clock that is ahead clears nothing then, unless people work with it on two days. Null before there are two.
 */
export async function believedTime(now: Date): Promise<Date | null> {
  const days = await db.$queryRaw<{ day: string }[]>`
    SELECT DISTINCT substr(changed, 1, 10) AS day FROM (
      SELECT "updatedAt" AS changed FROM "Assessment"
      UNION ALL SELECT "updatedAt" FROM "Unit"
      UNION ALL SELECT "updatedAt" FROM "Plan"
      UNION ALL SELECT "deletedAt" FROM "Deletion"
      UNION ALL SELECT "createdAt" FROM "Export")
    WHERE changed <= ${now} ORDER BY day DESC LIMIT 2`;
  const [, last] = days;
  return last ? new Date(`${last.day}T00:00:00Z`) : null;
}
