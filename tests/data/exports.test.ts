import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import readSheets from "read-excel-file/node";
import { beforeEach, expect, test, vi } from "vitest";
import { NAME, type View } from "@/lib/comparison/view";
import { EXPORT_DAYS } from "@/lib/exports/retention";
import type { Member } from "@/lib/server/auth/member";
import { type Export, listExports, requestExport } from "@/lib/server/data/exports";
import { db } from "@/lib/server/db/client";
import { readSnapshot } from "@/lib/server/db/snapshot";
import { readEnv } from "@/lib/server/env";
import { dropExport, openExport, writeExports } from "@/lib/server/jobs/exports";
import { log } from "@/lib/server/log";
import { rename } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { newOrganization, newSubmission, newUnit } from "../support/organization";

const folder = () => path.join(path.dirname(readEnv().databaseFile), "exports");
const files = () => readdir(folder()).catch(() => []);
const EVERYTHING = { fileName: "everything.json", comparison: null };
const ask = (member: Member, now = new Date()) => requestExport(member, EVERYTHING, now);
const asked = async (member: Member) => (await listExports(member, new Date()))[0];

async function contentOf(id = ""): Promise<string | null> {
  const file = await openExport({ ...EVERYTHING, id });
  return file && text(file.stream);
}

freshDatabaseEachTest();
beforeEach(() => rm(folder(), { recursive: true, force: true }));

test("a snapshot is not written to, stays as it was, and keeps nobody from writing", async () => {
  const member = await newOrganization();
  await readSnapshot(async (tx) => {
    const name = () => tx.organization.findFirst({ select: { name: true } });
    expect(await name()).toEqual({ name: "acme" });
    expect(await rename(member, "Renamed")).toBe("saved");
    expect(await name()).toEqual({ name: "acme" });
    await expect(tx.organization.updateMany({ data: { name: "no" } })).rejects.toThrow("SQLITE_READONLY");
  });
  expect(await db.organization.findFirst({ select: { name: true } })).toEqual({ name: "Renamed" });
});

test("what is asked for twice is written once, whole", async () => {
  const member = await newOrganization();
  await newSubmission(member, { unitId: await newUnit(member) });
  await Promise.all([ask(member), ask(member)]);
  expect(await listExports(member, new Date())).toHaveLength(1);
  await writeExports();
  const one = await asked(member);
  expect(one).toMatchObject({ status: "ready", fileName: "everything.json" });
  expect(await contentOf(one?.id)).toBe(await exported(member));
  expect(await files()).toEqual([`${one?.id}.json`]);
});

const VIEW: View = {
  find: "",
  units: [],
  under: null,
  verdict: [],
  band: [],
  by: "areas",
  measure: "readiness",
  sort: { column: NAME, direction: "desc" },
  chosen: [],
  page: 1,
};

const comparison = (view: Partial<View>, format: "pdf" | "xlsx" = "xlsx") => ({
  fileName: `comparison.${format}`,
  comparison: { format, paper: "a4" as const, view: { ...VIEW, ...view } },
});

async function unitsIn(one: Export | undefined): Promise<unknown[]> {
  const file = one && (await openExport(one));
  const sheets = file ? await readSheets(await buffer(file.stream)) : [];
  return (
    sheets
      .find(({ sheet }) => sheet === "Units")
      ?.data.slice(1)
      .map(([name]) => name) ?? []
  );
}

test("a comparison is written as its view says, beside others of the organization", async () => {
  const member = await newOrganization();
  for (const name of ["Alpha", "Beta one", "Beta two"]) {
    await newSubmission(member, { unitId: await newUnit(member, { name }) });
  }
  await ask(member);
  for (const view of [{ find: "beta" }, { find: "beta" }, {}]) {
    await requestExport(member, comparison(view), new Date());
  }
  await requestExport(member, comparison({}, "pdf"), new Date());
  await writeExports();
  const all = (await listExports(member, new Date())).reverse();
  expect(all.map(({ fileName, status }) => [fileName, status])).toEqual([
    ["everything.json", "ready"],
    ["comparison.xlsx", "ready"],
    ["comparison.xlsx", "ready"],
    ["comparison.pdf", "ready"],
  ]);
  expect(await unitsIn(all[1])).toEqual(["Beta two", "Beta one"]);
  expect(await unitsIn(all[2])).toEqual(["Beta two", "Beta one", "Alpha"]);
  const pdf = all[3] && (await openExport(all[3]));
  expect(pdf && (await buffer(pdf.stream)).subarray(0, 5).toString()).toBe("%PDF-");
  await dropExport(member, all[3]?.id ?? "");
  expect((await files()).map((name) => path.extname(name)).sort()).toEqual([".json", ".xlsx", ".xlsx"]);
});

test("a comparison that no unit fits any more says so, and leaves nothing", async () => {
  const member = await newOrganization();
  await requestExport(member, comparison({ find: "nobody" }), new Date());
  await writeExports();
  expect(await asked(member)).toMatchObject({
    status: "failed",
    fault: "no unit fits these filters any more",
  });
  expect(await files()).toEqual([]);
});

test("one that a stop has cut short is written again, and what was left of it goes", async () => {
  const member = await newOrganization();
  await ask(member);
  const id = (await asked(member))?.id ?? "";
  await db.export.update({ where: { id }, data: { done: 5, total: 9 } });
  await mkdir(folder());
  await writeFile(path.join(folder(), `${id}.json.partial`), "{");
  await writeFile(path.join(folder(), "forgotten.json"), "{}");
  await writeExports();
  expect(await contentOf(id)).toBe(await exported(member));
  expect(await files()).toEqual([`${id}.json`]);
});

test("one that cannot be written says why, leaves nothing, and does not stop the next", async () => {
  const member = await newOrganization();
  const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await writeFile(folder(), "a file in the place of the folder");
  await ask(member);
  await writeExports();
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
  expect(await asked(member)).toMatchObject({
    status: "failed",
    fault: expect.stringMatching(/^a file is where a folder should be/),
  });
  await rm(folder());
  await ask(member);
  await writeExports();
  expect(await asked(member)).toMatchObject({ status: "ready", fault: null });
});

test("files are kept for a while, then they go", async () => {
  const member = await newOrganization();
  const long = new Date(Date.now() - (EXPORT_DAYS + 3) * 24 * 60 * 60 * 1000);
  await ask(member);
  await writeExports();
  await db.export.updateMany({ data: { createdAt: long } });
  expect(await asked(member)).toBeUndefined();
  // On two days since, something was changed: the clock is believed.
  await newUnit(member, { name: "Today" });
  await db.unit.updateMany({ data: { updatedAt: new Date() } });
  await newUnit(member, { name: "Yesterday" });
  await db.unit.updateMany({
    where: { name: "Yesterday" },
    data: { updatedAt: new Date(Date.now() - 86_400_000) },
  });
  await writeExports();
  expect(await files()).toEqual([]);
  expect(await db.export.count()).toBe(0);
});
