import { readdir } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Member } from "@/lib/server/auth/member";
import { type Export, listExports, requestExport } from "@/lib/server/data/exports";
import { renameOrganization } from "@/lib/server/data/organizations";
import { readEnv } from "@/lib/server/env";
import { dropExport, openExport, writeExports } from "@/lib/server/exports";
import { largeOrganizations } from "../support/large-organization";

const open = largeOrganizations();

async function begun(member: Member): Promise<Export> {
  for (;;) {
    const [one] = await listExports(member, new Date());
    if (one && (one.done > 0 || one.status !== "waiting")) return one;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("while a long file is written it says how far it is, and others write without waiting for it", async () => {
  const member = await open(200);
  await requestExport(member, "everything.json", new Date());
  const writing = writeExports();
  const one = await begun(member);
  expect(one).toMatchObject({ status: "waiting", total: 600 });
  expect(await renameOrganization(member, "Renamed meanwhile")).toBe("saved");
  expect(await listExports(member, new Date())).toMatchObject([{ status: "waiting" }]);
  await writing;
  expect(await listExports(member, new Date())).toMatchObject([{ status: "ready" }]);
  const file = await openExport(one.id);
  const content = JSON.parse(file ? await text(file.stream) : "{}");
  expect(content.assessments).toHaveLength(600);
  expect(content.organization.name).toBe("Northfield Group");
});

test("one that is cancelled stops, and leaves nothing", async () => {
  const member = await open(200);
  await requestExport(member, "everything.json", new Date());
  const writing = writeExports();
  const one = await begun(member);
  expect(one.status).toBe("waiting");
  expect(await dropExport(member, one.id)).toBe("removed");
  await writing;
  expect(await readdir(path.join(path.dirname(readEnv().databaseFile), "exports"))).toEqual([]);
  expect(await listExports(member, new Date())).toEqual([]);
});
