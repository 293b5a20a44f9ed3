import { existsSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupDatabase } from "@/lib/server/db/backup";
import { db } from "@/lib/server/db/client";
import { readEnv } from "@/lib/server/env";
import { freshDatabaseEachTest } from "../support/database";
import { temporaryFolder } from "../support/folder";
import { ended, printed, runFileElsewhere, runScript } from "../support/process";
import { noSmallDisk, onSmallDisk } from "../support/small-disk";

freshDatabaseEachTest();
let folder = "";
const inFolder = (name: string) => path.join(folder, name);
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true }));

function slugsIn(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare<[], string>("SELECT slug FROM Organization").pluck().all();
  } finally {
    database.close();
  }
}

test("a backup while others write holds whole pairs, and all that was acknowledged before", async () => {
  const writer = runFileElsewhere("tests/support/write-until-killed.ts");
  await printed(writer, "pair-b-3-second");
  for (const name of ["one.db", "two.db"]) {
    const before = writer.output().split("\n").slice(0, -1);
    expect(await runScript("backup", inFolder(name))).toMatchObject({ code: 0 });
    const slugs = new Set(slugsIn(inFolder(name)));
    expect(before.filter((slug) => !slugs.has(slug))).toEqual([]);
    const halves = [...slugs].filter(
      (slug) =>
        (slug.endsWith("-first") && !slugs.has(slug.replace("-first", "-second"))) ||
        (slug.endsWith("-second") && !slugs.has(slug.replace("-second", "-first"))),
    );
    expect(halves).toEqual([]);
  }
  writer.kill("SIGKILL");
  await ended(writer);

  // The app was killed: its write-ahead log is still there, and its database free.
  expect(await runScript("restore", inFolder("one.db"))).toMatchObject({ code: 0 });
  const restored = await db.organization.findMany();
  expect(restored.map(({ slug }) => slug).sort()).toEqual(slugsIn(inFolder("one.db")).sort());
});

test("a backup comes to its end with a write between any two of its steps", async () => {
  const { databaseFile } = readEnv();
  await db.organization.create({
    data: { slug: "large", name: "x".repeat(5_000_000), createdAt: new Date(0) },
  });
  const writer = new Database(databaseFile);
  writer.pragma("synchronous = OFF");
  let writes = 0;
  const write = () => {
    if (writes === 1000) return;
    writer.exec("UPDATE Organization SET slug = slug || 'x'");
    writes++;
    setImmediate(write);
  };
  write();
  await backupDatabase(databaseFile, inFolder("copy.db"));
  expect(writes).toBeLessThan(1000);
  writes = 1000;
  writer.close();
  expect(slugsIn(inFolder("copy.db"))).toHaveLength(1);
});

test("says where it is and how large, and leaves one file that needs nothing beside it", async () => {
  await db.organization.create({ data: { slug: "acme", name: "Acme", createdAt: new Date(0) } });
  process.env.BACKUP_DIRECTORY = inFolder("deep/backups");
  const { code, said } = await runScript("backup").finally(() => delete process.env.BACKUP_DIRECTORY);
  const [name = "", ...others] = await readdir(inFolder("deep/backups"));
  expect(others).toEqual([]);
  const file = inFolder(`deep/backups/${name}`);
  const { size } = await stat(file);
  expect({ code, said }).toEqual({ code: 0, said: `Saved ${file} (${(size / 1000).toFixed(1)} KB)\n` });
  expect(name).toMatch(/^test-\d+-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/);
  expect(slugsIn(file)).toEqual(["acme"]);
  expect(await readdir(inFolder("deep/backups"))).toEqual([name]);
});

test("a file that exists is left as it is", async () => {
  await writeFile(inFolder("mine.txt"), "mine");
  const { code, said } = await runScript("backup", inFolder("mine.txt"));
  expect({ code, said }).toEqual({
    code: 1,
    said: `${inFolder("mine.txt")} exists already: name a file that does not.\n`,
  });
  expect(await readFile(inFolder("mine.txt"), "utf8")).toBe("mine");
});

test("a file that somebody makes meanwhile is left as it is too", async () => {
  const made = backupDatabase(readEnv().databaseFile, inFolder("mine.db"));
  writeFileSync(inFolder("mine.db"), "mine");
  expect(await made).toEqual({ outcome: "file-exists" });
  expect(await readFile(inFolder("mine.db"), "utf8")).toBe("mine");
  expect(await readdir(folder)).toEqual(["mine.db"]);
});

test("nothing that lies beside the copy is touched, whatever its name", async () => {
  const others = ["mine.db.partial", "mine.db.partial-journal", "mine.db.12345678.partial"];
  for (const name of others) await writeFile(inFolder(name), "precious");
  expect(await runScript("backup", inFolder("mine.db"))).toMatchObject({ code: 0 });
  expect(await readdir(folder)).toEqual([...others, "mine.db"].sort());
  for (const name of others) expect(await readFile(inFolder(name), "utf8")).toBe("precious");
});

test.each(["-journal", "-wal", "-shm"])("a name with %s is left to SQLite", async (end) => {
  const { databaseFile } = readEnv();
  for (const file of [`${databaseFile}${end}`, inFolder(`other.db${end}`)]) {
    const existed = existsSync(file);
    expect(await backupDatabase(databaseFile, file)).toEqual({ outcome: "name-of-sqlite" });
    expect(existsSync(file)).toBe(existed);
  }
  // It would be taken for a part of the copy.
  await writeFile(inFolder(`stray.db${end}`), "precious");
  expect(await backupDatabase(databaseFile, inFolder("stray.db"))).toEqual({ outcome: "file-exists" });
  expect(await readdir(folder)).toEqual([`stray.db${end}`]);
});

test("a backup below a folder of the system comes back at once", async () => {
  expect(await runScript("backup", "/proc/none/copy.db")).toEqual({
    code: 1,
    said: expect.stringMatching(/^The backup failed: no such folder at \/proc\/none \(ENOENT\)\.\n$/),
  });
});

test("nothing is made without a database, or of a file that is none of ours", async () => {
  process.env.DATABASE_URL = `file:${inFolder("data/none.db")}`;
  expect(await runScript("backup")).toEqual({
    code: 1,
    said: `There is no database at ${inFolder("data/none.db")} yet: npm start makes one.\n`,
  });
  expect(await readdir(folder)).toEqual([]);

  await mkdir(inFolder("data"));
  await writeFile(inFolder("data/none.db"), "no database, but long enough for the header of one".repeat(9));
  expect((await runScript("backup")).said).toBe(`${inFolder("data/none.db")} is not a SQLite database.\n`);
  expect(await readdir(inFolder("data/backups"))).toEqual([]);
});

test("a folder that cannot be made is one line with its name", async () => {
  await writeFile(inFolder("file"), "");
  expect(await runScript("backup", inFolder("file/copy.db"))).toEqual({
    code: 1,
    said: `The backup failed: a file is where a folder should be at ${inFolder("file")} (EEXIST).\n`,
  });
});

test("a setting that cannot be is one line with its name", async () => {
  process.env.BACKUP_KEEP = "0";
  const ran = await runScript("backup", inFolder("copy.db")).finally(() => delete process.env.BACKUP_KEEP);
  expect(ran).toEqual({ code: 78, said: "BACKUP_KEEP is 0; expected a whole number from 1 to 9999.\n" });
});

test.for([
  { disk: "full", prepare: "true", words: "the disk is full (SQLITE_FULL)" },
  {
    disk: "read-only",
    prepare: 'mount -o remount,ro "$0"',
    words: "the disk is read-only at FOLDER/copy.db.NEW.partial (EROFS)",
  },
])("a disk that is $disk is one line, and leaves nothing", ({ prepare, words }, { skip }) => {
  const why = noSmallDisk(folder);
  skip(why !== "", why);
  const command = "node --conditions=react-server --import tsx scripts/backup.ts";
  const { stderr, stdout } = onSmallDisk(
    folder,
    100,
    `${prepare} && ! ${command} "$0/copy.db" && ls "$0" && echo done`,
  );
  expect({ stderr: stderr.replace(/\.[0-9a-f]{8}\.partial/, ".NEW.partial"), stdout }).toEqual({
    stderr: `The backup failed: ${words.replace("FOLDER", folder)}.\n`,
    stdout: "done\n",
  });
});
