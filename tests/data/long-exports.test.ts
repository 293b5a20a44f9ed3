import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readView } from "@/components/comparison/view-address";
import type { Member } from "@/lib/server/auth/member";
import { type Export, listExports, requestExport } from "@/lib/server/data/exports";
import { readEnv } from "@/lib/server/env";
import { dropExport, openExport, writeExports } from "@/lib/server/jobs/exports";
import { rename } from "../support/change-records";
import { largeOrganizations } from "../support/large-organization";

const open = largeOrganizations();
const EVERYTHING = { fileName: "everything.json", comparison: null };

async function begun(member: Member): Promise<Export> {
  for (;;) {
    const [one] = await listExports(member, new Date());
    if (one && (one.done > 0 || one.status !== "waiting")) return one;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("while a long file is written it says how far it is, and others write without waiting for it", async () => {
  const member = await open(200);
  await requestExport(member, EVERYTHING, new Date());
  const writing = writeExports();
  const one = await begun(member);
  expect(one).toMatchObject({ status: "waiting", total: 600 });
  expect(await rename(member, "Renamed meanwhile")).toBe("saved");
  expect(await listExports(member, new Date())).toMatchObject([{ status: "waiting" }]);
  await writing;
  expect(await listExports(member, new Date())).toMatchObject([{ status: "ready" }]);
  const file = await openExport(one);
  const content = JSON.parse(file ? await text(file.stream) : "{}");
  expect(content.assessments).toHaveLength(600);
  expect(content.organization.name).toBe("Northfield Group");
});

test("a long comparison says how far it is", async () => {
  const member = await open(500);
  const view = await readView(new URLSearchParams());
  const asked = {
    fileName: "comparison.xlsx",
    comparison: { format: "xlsx" as const, paper: "a4" as const, view },
  };
  await requestExport(member, asked, new Date());
  const writing = writeExports();
  expect(await begun(member)).toMatchObject({ status: "waiting", total: 500 });
  await writing;
  expect(await listExports(member, new Date())).toMatchObject([{ status: "ready", total: 500 }]);
});

const folder = () => path.join(path.dirname(readEnv().databaseFile), "exports");

/** The most bytes that were ever in the file while it was written, until `work` ends. */
async function largestWhile(file: string, work: Promise<void>): Promise<number> {
  let ended = false;
  const end = work.finally(() => {
    ended = true;
  });
  let largest = 0;
  while (!ended) {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    largest = Math.max(largest, size);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await end;
  return largest;
}

test("one that is cancelled stops soon, not at its end, and leaves nothing", async () => {
  const member = await open(500);
  await requestExport(member, EVERYTHING, new Date());
  await writeExports();
  const [whole] = await listExports(member, new Date());
  const { bytes = 0 } = (whole && (await openExport(whole))) ?? {};
  await dropExport(member, whole?.id ?? "");

  await requestExport(member, EVERYTHING, new Date());
  const [one] = await listExports(member, new Date());
  const id = one?.id ?? "";
  const writing = largestWhile(path.join(folder(), `${id}.json.partial`), writeExports());
  expect(await begun(member)).toMatchObject({ id, status: "waiting" });
  expect(await dropExport(member, id)).toBe("removed");
  const written = await writing;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(bytes / 2);
  expect(await readdir(folder())).toEqual([]);
  expect(await listExports(member, new Date())).toEqual([]);
});
