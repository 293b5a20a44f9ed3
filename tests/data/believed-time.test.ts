import { expect, test } from "vitest";
import { requireMember } from "@/lib/server/auth/member";
import { believedTime } from "@/lib/server/data/believed-time";
import { forgetOutdatedDeletions } from "@/lib/server/data/deletions/forget-deletion";
import { keptExports } from "@/lib/server/data/exports";
import { db } from "@/lib/server/db/client";
import { writeExports } from "@/lib/server/jobs/exports";
import { freshDatabaseEachTest } from "../support/database";
import { ended, printed, runFileElsewhere } from "../support/process";

freshDatabaseEachTest();
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 10));

async function deletedAndExported(at: Date) {
  const { organizationId } = await requireMember("my-organization");
  const gone = { organizationId, kind: "unit", name: "Retail", content: {}, deletedAt: at };
  await db.deletion.create({ data: gone });
  await db.export.create({ data: { organizationId, fileName: "a.json", status: "ready", createdAt: at } });
}

const left = async () => ({ deletions: await db.deletion.count(), exports: await db.export.count() });

async function clear(now: Date) {
  const until = (await believedTime(now)) ?? new Date(0);
  await forgetOutdatedDeletions(until);
  await keptExports(until);
  return left();
}

/** What an app does by itself as it starts. */
async function start() {
  const app = runFileElsewhere("tests/support/idle-app.ts");
  await printed(app, "open");
  app.kill("SIGKILL");
  await ended(app);
  await writeExports();
  return left();
}

test("a clock that is ahead clears nothing for good, also when somebody works with it for a day", async () => {
  await deletedAndExported(day(1));
  expect(await clear(day(41))).toEqual({ deletions: 1, exports: 1 });
  await deletedAndExported(day(41));
  expect(await clear(day(41))).toEqual({ deletions: 2, exports: 2 });
  // The clock is right again: what the wrong day has left counts for nothing.
  expect(await believedTime(day(2))).toBeNull();
});

test("what is outdated goes once the app was used on two days since", async () => {
  await deletedAndExported(day(1));
  await deletedAndExported(day(32));
  await deletedAndExported(day(33));
  expect(await clear(day(33))).toEqual({ deletions: 2, exports: 2 });
});

test("an app that starts with a clock that is ahead clears nothing for good either", async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  process.env.BACKUP_DAILY = "off";
  try {
    await deletedAndExported(daysAgo(40));
    expect(await start()).toEqual({ deletions: 1, exports: 1 });
    for (const days of [3, 2]) await deletedAndExported(daysAgo(days));
    expect(await start()).toEqual({ deletions: 2, exports: 2 });
  } finally {
    delete process.env.BACKUP_DAILY;
  }
});
