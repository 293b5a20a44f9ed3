import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { saveUpload } from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { writerTurn } from "@/lib/server/db/writer-turn";
import { beside, endWorkers } from "@/lib/server/workers/beside";
import { Lane } from "@/lib/server/workers/lane";
import { freshDatabaseOnce } from "../support/database";
import { NOW, newOrganization } from "../support/organization";
import { ended, runFileElsewhere } from "../support/process";

freshDatabaseOnce();

const WORKER = path.resolve(import.meta.dirname, "../support/worker.mjs");
const ONE = { threads: 1, queue: 1, megabytes: 64 };

let lane = new Lane(WORKER, ONE);
const fresh = (limits = ONE, file = WORKER) => {
  lane = new Lane(file, limits);
  return lane;
};
afterEach(() => lane.stop());

test("work that takes too long is ended, while this thread goes on, and the next is done by another thread", async () => {
  fresh();
  const { value: before } = await lane.run<number>("thread", null, 30);
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 10);
  expect(await lane.run("spin", null, 0.5)).toEqual({ ended: "too-long" });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(5);
  const { value: after } = await lane.run<number>("thread", null, 30);
  expect(after).not.toBe(before);
});

test("work that takes too much memory is ended, and the process goes on", async () => {
  fresh();
  expect(await lane.run("hoard", null, 60)).toEqual({ ended: "too-large" });
  expect(await lane.run("wait", 1, 30)).toEqual({ value: "waited" });
});

test("more than may wait is told at once; what waits is done", async () => {
  fresh();
  await lane.run("wait", 1, 30);
  const all = await Promise.all(Array.from({ length: 5 }, () => lane.run("wait", 300, 30)));
  const done = { value: "waited" };
  const busy = { ended: "busy" };
  expect(all).toEqual([done, done, busy, busy, busy]);
});

test("what a stop ends comes back as that", async () => {
  fresh();
  const running = lane.run("wait", 60_000, 120);
  await lane.run("wait", 1, 0.3);
  await lane.stop();
  expect(await running).toEqual({ ended: "stopping" });
});

test("the turn to write of a thread that is ended is free again", async () => {
  fresh();
  expect(await lane.run("spinInTurn", null, 1)).toEqual({ ended: "too-long" });
  const end = await writerTurn().take();
  end();
});

test("writers have their turn one after the other, and this thread has its own among them", async () => {
  fresh({ ...ONE, threads: 2 });
  await Promise.all([lane.run("wait", 300, 30), lane.run("wait", 300, 30)]);
  const end = await writerTurn().take();
  const work = [1, 2].map(() => lane.run<{ began: number; ended: number }>("writeInTurn", 50, 30));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const ours = Date.now();
  end();
  const [first, second] = (await Promise.all(work))
    .flatMap(({ value }) => value ?? [])
    .toSorted((a, b) => a.began - b.began);
  expect(first?.began).toBeGreaterThanOrEqual(ours);
  expect(second?.began).toBeGreaterThanOrEqual(first?.ended ?? Number.NaN);
});

test("a turn that somebody waited for in vain is nobody's", async () => {
  fresh();
  const end = await writerTurn().take();
  expect(await lane.run("spinInTurn", null, 1)).toEqual({ ended: "too-long" });
  end();
  (await writerTurn().take())();
});

test("a thread sees a setting that was changed after it began", async () => {
  fresh();
  await lane.run("wait", 1, 30);
  process.env.LANE_SETTING = "changed";
  expect(await lane.run("setting", "LANE_SETTING", 30)).toEqual({ value: "changed" });
  delete process.env.LANE_SETTING;
});

test("a thread that cannot begin is an error, not a wait, and whoever made the lane hears of it", async () => {
  const heard: unknown[] = [];
  lane = new Lane(`${WORKER}.missing`, ONE, (error) => heard.push(error));
  await expect(lane.run("wait", 1, 30)).rejects.toThrow();
  expect(heard).toHaveLength(1);
});

test("the app's own work waits in its thread for its turn to write", async () => {
  const member = await newOrganization();
  const files = [{ name: "units.csv", text: "name\nA" }];
  const saved = await saveUpload(member, { kind: "units", files }, NOW);
  const work = { member, manner: { mode: "import" as const }, now: NOW };
  await beside("importUpload", { ...work, id: "none" });
  const end = await writerTurn().take();
  const importing = beside("importUpload", { ...work, id: saved.outcome === "saved" ? saved.id : "" });
  await delay(1500);
  expect(await db.unit.count()).toBe(0);
  end();
  expect(await importing).toMatchObject({ value: { outcome: "imported" } });
  expect(await db.unit.count()).toBe(1);
  await endWorkers();
});

test("a process that does nothing else hears the end of each piece of work, and ends after the last", async () => {
  const child = runFileElsewhere("tests/support/piece-by-piece.ts");
  await ended(child);
  expect({ said: child.output(), code: child.exitCode }).toEqual({ said: "all done\n", code: 0 });
});
