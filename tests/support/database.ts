import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { db } from "@/lib/server/db/client";
import { migrate } from "@/lib/server/db/migrate";
import { temporaryFolder } from "./folder";
import { MIGRATIONS } from "./migrations";

/** Each test of the file gets a fresh, migrated database of its own behind `db`. */
export function freshDatabaseEachTest() {
  let folder = "";
  let count = 0;
  const template = () => path.join(folder, "template.db");

  beforeAll(async () => {
    folder = await temporaryFolder();
    const options = { databaseFile: template(), backupDirectory: folder, migrationsDirectory: MIGRATIONS };
    await migrate(options, new Date());
  });
  beforeEach(async () => {
    const file = path.join(folder, `test-${++count}.db`);
    await copyFile(template(), file);
    process.env.DATABASE_URL = `file:${file}`;
  });
  afterEach(() => db.$disconnect());
  afterAll(() => rm(folder, { recursive: true }));
}

/** All tests of the file share one fresh, migrated database behind `db`, in their order. */
export function freshDatabaseOnce() {
  let folder = "";

  beforeAll(async () => {
    folder = await temporaryFolder();
    const databaseFile = path.join(folder, "test.db");
    await migrate({ databaseFile, backupDirectory: folder, migrationsDirectory: MIGRATIONS }, new Date());
    process.env.DATABASE_URL = `file:${databaseFile}`;
  });
  afterAll(async () => {
    await db.$disconnect();
    await rm(folder, { recursive: true });
  });
}
