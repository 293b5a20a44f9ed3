import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { runScript } from "../support/process";
import { startNext } from "../support/server";

const root = path.resolve(import.meta.dirname, "../..");
const DAILY = /^app-.*Z\.daily\.db$/;
let folder = "";
const backups = () => path.join(folder, "backups");
const dailies = async () =>
  (await readdir(backups()).catch(() => [])).filter((name) => DAILY.test(name)).length;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-e2e-"));
  process.env.DATABASE_URL = `file:${path.join(folder, "app.db")}`;
  await runScript("migrate");
});
test.afterEach(async () => {
  delete process.env.DATABASE_URL;
  await rm(folder, { recursive: true });
});

test("the app backs up as it starts, and again only a day later", async () => {
  for (const start of ["first", "second"]) {
    const app = await startNext(root);
    await expect.poll(dailies, start).toBe(1);
    await app.stop();
  }
  expect(await dailies()).toBe(1);
});

test("told not to, the app makes no backup", async () => {
  const app = await startNext(root, { env: { ...process.env, BACKUP_DAILY: "off" } });
  await app.stop();
  expect(await dailies()).toBe(0);
});

test("a backup is made beside the app, and restored only once the app has stopped", async () => {
  const copy = path.join(folder, "copy.db");
  const app = await startNext(root);
  expect(await runScript("backup", copy)).toMatchObject({ code: 0 });
  const { code, said } = await runScript("restore", copy);
  await app.stop();
  expect({ code, said }).toEqual({
    code: 1,
    said: `${path.join(folder, "app.db")} is in use: stop the app, then restore again.\n`,
  });
  expect(await runScript("restore", copy)).toMatchObject({ code: 0 });
});
