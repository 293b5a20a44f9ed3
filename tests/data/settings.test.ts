import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../scripts/setup/serve.mjs";
import { temporaryFolder } from "../support/folder";
import { noSmallDisk, onSmallDisk } from "../support/small-disk";

let folder = "";
beforeAll(async () => {
  folder = await temporaryFolder();
  mkdirSync(path.join(folder, "a-folder"));
  symlinkSync("circle", path.join(folder, "circle"));
  writeFileSync(path.join(folder, "a-text.db"), "This is a text and no database.");
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["PORT", "abc", "PORT is abc; expected a whole number from 1 to 65535."],
  ["PORT", "70000", "PORT is 70000; expected a whole number from 1 to 65535."],
  ...["0x0C1E", "3.102e3", "03102", "+3102", " 3102", "3102.0", "0", "1e3"].map(
    (port): [string, string, string] => [
      "PORT",
      port,
      `PORT is ${port}; expected a whole number from 1 to 65535.`,
    ],
  ),
  ["PORT", "", "PORT is empty; expected a whole number from 1 to 65535."],
  [
    "DATABASE_URL",
    "postgres://db",
    "DATABASE_URL is postgres://db; expected file: and a path, such as file:./data/scaling-readiness.db.",
  ],
  [
    "DATABASE_URL",
    "file:FOLDER/a-folder",
    "DATABASE_URL leads to FOLDER/a-folder, which is a folder; expected a file.",
  ],
  [
    "DATABASE_URL",
    "file:FOLDER/a-text.db",
    "DATABASE_URL leads to FOLDER/a-text.db, which is not an SQLite database.",
  ],
  [
    "DATABASE_URL",
    "file:FOLDER/a-text.db/x.db",
    "DATABASE_URL leads to FOLDER/a-text.db, which cannot be made; expected a folder that can be written.",
  ],
  [
    "DATABASE_URL",
    "file:/proc/x/y.db",
    "DATABASE_URL leads to /proc/x, which cannot be made; expected a folder that can be written.",
  ],
  ["DATABASE_URL", "file:/dev/null", "DATABASE_URL leads to /dev/null, which is no file; expected one."],
  [
    "DATABASE_URL",
    `file:FOLDER/${"long".repeat(70)}.db`,
    `DATABASE_URL leads to FOLDER/${"long".repeat(70)}.db, which cannot be a file.`,
  ],
  [
    "DATABASE_URL",
    "file:FOLDER/circle/x.db",
    "DATABASE_URL leads to FOLDER/circle, which cannot be made; expected a folder that can be written.",
  ],
  [
    "BACKUP_DIRECTORY",
    "/proc/x/y",
    "BACKUP_DIRECTORY leads to /proc/x/y, which cannot be made; expected a folder that can be written.",
  ],
  ["BACKUP_DIRECTORY", "", "BACKUP_DIRECTORY is empty; expected the path of a folder."],
  [
    "BACKUP_DIRECTORY",
    "FOLDER/a-text.db",
    "BACKUP_DIRECTORY leads to FOLDER/a-text.db, which cannot be made; expected a folder that can be written.",
  ],
  ["LOG_LEVEL", "loud", "LOG_LEVEL is loud; expected one of silent, fatal, error, warn, info, debug."],
  ["METRICS", "yes", "METRICS is yes; expected on or off."],
  ["BACKUP_DAILY", "yes", "BACKUP_DAILY is yes; expected on or off."],
])("%s as %j ends the start with one line that says so", async (setting, value, line) => {
  const here = (text: string) => text.replace("FOLDER", folder);
  const env = {
    DATABASE_URL: `file:${folder}/app.db`,
    PORT: String(await freePort()),
    [setting]: here(value),
  };
  expect(await start(env)).toEqual({ code: 1, errors: `${here(line)}\n` });
});

test.for<[string, string, string]>([
  ["a folder", 'mount -o remount,ro "$0"', "FOLDER, which cannot be written; expected a folder that can."],
  [
    "a file",
    'touch "$0/app.db" && mount --bind "$0/app.db" "$0/app.db" && mount -o remount,bind,ro "$0/app.db"',
    "FOLDER/app.db, which cannot be written.",
  ],
])(
  "%s that can only be read ends the start with one line that says so",
  async ([, prepare, words], { skip }) => {
    const place = path.join(folder, "read-only");
    mkdirSync(place, { recursive: true });
    const why = noSmallDisk(place);
    skip(why !== "", why);
    const start = `DATABASE_URL="file:$0/app.db" PORT=${await freePort()} node scripts/start.mjs`;
    const { stderr } = onSmallDisk(place, 1000, `${prepare} && ${start}`);
    expect(stderr).toBe(`DATABASE_URL leads to ${words.replace("FOLDER", place)}\n`);
  },
);

/** As `npm start` does; ended after a while when it does begin to serve. */
function start(env: Record<string, string>): Promise<{ code: unknown; errors: string }> {
  const options = { env: { ...process.env, ...env }, timeout: 20_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/start.mjs"], options, (error, _said, errors) => {
      resolve({ code: error?.code ?? 0, errors });
    });
  });
}
