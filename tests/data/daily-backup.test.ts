import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readEnv } from "@/lib/server/env";
import { backUpWhenDue } from "@/lib/server/jobs/daily-backup";
import { log } from "@/lib/server/log";
import { freshDatabaseEachTest } from "../support/database";
import { temporaryFolder } from "../support/folder";
import { ended, runFileElsewhere } from "../support/process";

freshDatabaseEachTest();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = new Date("2026-11-24T10:00:00Z");
const after = (ms: number) => new Date(now.getTime() + ms);
let folder = "";
const env = () => ({ ...readEnv(), backupDirectory: path.join(folder, "backups"), backupKeep: 2 });
const names = async () => (await readdir(env().backupDirectory)).sort();
const daily = (time: string) => `${path.basename(env().databaseFile, ".db")}-${time}.daily.db`;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true }));

test("backs up once a day, also when the app starts again", async () => {
  expect(await backUpWhenDue(env(), now)).toBe(DAY);
  const first = daily("2026-11-24T10-00-00-000Z");
  expect(await names()).toEqual([first]);
  expect(await backUpWhenDue(env(), after(HOUR))).toBe(23 * HOUR);
  expect(await names()).toEqual([first]);
  expect(await backUpWhenDue(env(), after(DAY))).toBe(DAY);
  expect(await names()).toEqual([first, daily("2026-11-25T10-00-00-000Z")]);

  const copy = new Database(path.join(env().backupDirectory, first), { readonly: true });
  expect(copy.prepare("SELECT COUNT(*) FROM Organization").pluck().get()).toBe(0);
  copy.close();
});

test("keeps as many as asked, and whatever it did not make", async () => {
  const others = ["notes.txt", daily("2020-01-01").replace(".daily", ""), `other-${daily("x")}`];
  await mkdir(env().backupDirectory);
  for (const name of others) await writeFile(path.join(env().backupDirectory, name), "");
  for (let day = 0; day < 4; day++) await backUpWhenDue(env(), after(day * DAY));
  expect(await names()).toEqual(
    [...others, daily("2026-11-26T10-00-00-000Z"), daily("2026-11-27T10-00-00-000Z")].sort(),
  );
});

test("what a kill has left of a daily backup goes with the next one", async () => {
  await mkdir(env().backupDirectory);
  const unfinished = `${daily("2026-11-20T10-00-00-000Z")}.12ab34cd.partial`;
  for (const name of [unfinished, `${unfinished}-journal`, "mine.partial"])
    await writeFile(path.join(env().backupDirectory, name), "");
  expect(await backUpWhenDue(env(), now)).toBe(DAY);
  expect(await names()).toEqual(["mine.partial", daily("2026-11-24T10-00-00-000Z")]);
});

test("one of a damaged database is said, and leaves nothing, nor does what a kill has left", async () => {
  const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await mkdir(env().backupDirectory);
  await writeFile(
    path.join(env().backupDirectory, `${daily("2026-11-20T10-00-00-000Z")}.12ab34cd.partial`),
    "",
  );
  const databaseFile = path.join(folder, path.basename(env().databaseFile));
  const bytes = await readFile(env().databaseFile);
  await writeFile(databaseFile, bytes.fill(0xa5, 4096, 3 * 4096));
  expect(await backUpWhenDue({ ...env(), databaseFile }, now)).toBe(HOUR);
  expect(said.mock.calls.map(([why]) => (why as { fault: unknown }).fault)).toEqual([
    expect.stringMatching(/is damaged, so no backup was made: npm run restore FILE/),
  ]);
  said.mockRestore();
  expect(await names()).toEqual([]);
});

test("starts by itself, and lets the process end", async () => {
  process.env.BACKUP_DIRECTORY = env().backupDirectory;
  const app = runFileElsewhere("tests/support/one-daily-backup.ts");
  delete process.env.BACKUP_DIRECTORY;
  await ended(app);
  expect(await names()).toEqual([expect.stringMatching(/Z\.daily\.db$/)]);
});

test("one that failed is said and tried again an hour later, and costs no older one", async () => {
  const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await backUpWhenDue(env(), now);
  const { databaseFile } = env();
  const missing = { ...env(), databaseFile: databaseFile.replace("test-", "gone/test-") };
  expect(await backUpWhenDue(missing, after(DAY))).toBe(HOUR);
  const [first = ""] = await names();
  const blocked = { ...env(), backupDirectory: path.join(env().backupDirectory, first) };
  expect(await backUpWhenDue(blocked, after(DAY))).toBe(HOUR);
  expect(said.mock.calls.map(([why]) => (why as { fault: unknown }).fault)).toEqual([
    `There is no database at ${missing.databaseFile} yet: npm start makes one.`,
    `a file is where a folder should be at ${blocked.backupDirectory} (EEXIST)`,
  ]);
  said.mockRestore();
  expect(await names()).toEqual([daily("2026-11-24T10-00-00-000Z")]);
});
