import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { requireMember } from "@/lib/server/auth/member";
import { readEnv } from "@/lib/server/env";
import { readInstallation } from "@/lib/server/process/installation";
import { freshDatabaseEachTest } from "../support/database";
import { NOW } from "../support/organization";

freshDatabaseEachTest();

function copy(name: string, madeAt: Date) {
  const { backupDirectory } = readEnv();
  mkdirSync(backupDirectory, { recursive: true });
  const file = path.join(backupDirectory, name);
  writeFileSync(file, "");
  utimesSync(file, madeAt, madeAt);
}

test("an installation without a backup says so, and how big its database is", async () => {
  await requireMember("my-organization");
  const { lastBackup, databaseBytes, nodeVersion } = readInstallation();
  expect(lastBackup).toBeNull();
  expect(databaseBytes).toBeGreaterThan(10_000);
  expect(nodeVersion).toBe(process.versions.node);
});

test("the last backup is the newest copy of this very database", () => {
  const database = path.basename(readEnv().databaseFile, ".db");
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  copy(`${database}-2026-11-24T10-00-00-000Z.db`, at(2));
  copy(`${database}-2026-11-23T10-00-00-000Z.daily.db`, at(1));
  copy("other-2026-11-24T10-00-00-000Z.db", at(3));
  copy(`${database}-2026-11-24T10-05-00-000Z.db.partial`, at(4));
  expect(readInstallation().lastBackup).toEqual({
    name: `${database}-2026-11-24T10-00-00-000Z.db`,
    madeAt: at(2),
  });
});
