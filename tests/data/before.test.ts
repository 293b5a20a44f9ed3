import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { findMember } from "@/lib/server/auth/member";
import { listDeletions, restoreDeletion } from "@/lib/server/data/deletions";
import { importOrganization } from "@/lib/server/data/organization-import";
import { migrate } from "@/lib/server/db/migrate";
import { readEnv } from "@/lib/server/env";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { MIGRATIONS } from "../support/migrations";
import { later, newOrganization } from "../support/organization";

/** What an earlier version of the app has written; fixtures/README.md says what it is. */

freshDatabaseEachTest();

const fixture = async (name: string) =>
  gunzipSync(await readFile(path.join(import.meta.dirname, "fixtures", `${name}.gz`)));
const fileText = async (name: string) => (await fixture(name)).toString("utf8");

test("a database of before opens: its export and all that can be restored are byte for byte as they were", async () => {
  const { databaseFile } = readEnv();
  await writeFile(databaseFile, await fixture("before.db"));
  const options = { databaseFile, backupDirectory: path.dirname(databaseFile) };
  await migrate({ ...options, migrationsDirectory: MIGRATIONS }, later(0));
  const member = await findMember("my-organization");
  if (!member) throw new Error("There is no organization.");
  expect(await exported(member)).toBe(await fileText("before.json"));

  const deleted = await listDeletions(member, later(300));
  expect(deleted.map(({ kind }) => kind).sort()).toEqual(["draft", "item", "plan", "unit"]);
  for (const { id } of deleted) expect(await restoreDeletion(member, id, later(300))).toBe("restored");
  expect(await exported(member)).toBe(await fileText("before-restored.json"));
});

test.each(["before.json", "before-restored.json"])(
  "%s, a file of before, is imported and exported to the same bytes",
  async (name) => {
    const text = await fileText(name);
    const member = await newOrganization();
    expect(await importOrganization(member, parseOrganizationFile(text), "import")).toMatchObject({
      outcome: "imported",
    });
    expect(await exported(member)).toBe(text);
  },
);
