import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "@/lib/server/env";
import { endInWords } from "../../scripts/setup/serve.mjs";
import { freshDatabaseEachTest } from "../support/database";
import { ended, printed, runElsewhere } from "../support/process";

freshDatabaseEachTest();

const APP = path.resolve(import.meta.dirname, "../support/idle-app.ts");
const NODE = ["--conditions=react-server", "--import", "tsx"];

test("a log on a disk that is full ends nothing: its lines are lost, and that is told", async () => {
  const show = `
    import { showLog } from "./scripts/setup/log-lines.mjs";
    for (let line = 0; line < 3; line++) showLog('{"level":"info"}');
    setTimeout(() => console.log("goes on"), 50);
  `;
  const starter = spawn(process.execPath, ["--input-type=module", "--eval", show], {
    stdio: ["ignore", "pipe", openSync("/dev/full", "w")],
  });
  let said = "";
  starter.stdout?.on("data", (text) => {
    said += text;
  });
  const [code] = await once(starter, "close");
  expect({ code, said }).toEqual({
    code: 0,
    said: "The log cannot be written; the app goes on without it.\ngoes on\n",
  });
});

test("an app whose own log cannot be written goes on", async () => {
  const app = spawn(process.execPath, [...NODE, APP], {
    env: { ...process.env, BACKUP_DAILY: "off" },
    stdio: ["ignore", "pipe", openSync("/dev/full", "w")],
  });
  await once(app.stdout ?? app, "data");
  app.kill("SIGTERM");
  await once(app, "close");
  // By our signal, and not by its log.
  expect(app.signalCode).toBe("SIGTERM");
});

test("an app whose starter was killed stops in order", { timeout: 60_000 }, async () => {
  const env = { ...process.env, BACKUP_DAILY: "off", NEXT_MANUAL_SIG_HANDLE: "1" };
  const starter = runElsewhere(`
    import { fork } from "node:child_process";
    const app = fork(${JSON.stringify(APP)}, {
      env: ${JSON.stringify(env)}, execArgv: ${JSON.stringify(NODE)}, stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    app.stdout.on("data", () => console.log("app", app.pid, "."));
  `);
  await printed(starter, " .");
  const pid = Number(/app (\d+)/.exec(starter.output())?.[1]);
  expect(await stat(`${readEnv().databaseFile}-wal`)).toBeTruthy();
  starter.kill("SIGKILL");
  await ended(starter);
  await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
  // Only a database that was closed has no log beside it.
  await expect(stat(`${readEnv().databaseFile}-wal`)).rejects.toThrow("ENOENT");
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("how an app ended is told as it was", () => {
  expect(endInWords({ code: 0, signal: null })).toBe("The app ended by itself with code 0.");
  expect(endInWords({ code: 1, signal: null })).toBe("The app ended by itself with code 1.");
  expect(endInWords({ code: null, signal: "SIGKILL" })).toBe("The app was ended by SIGKILL.");
  expect(endInWords({ code: null, signal: "SIGABRT" })).toMatch(/^The app was ended by SIGABRT\..*memory/);
});
