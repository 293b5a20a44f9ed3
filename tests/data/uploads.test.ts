import { expect, test } from "vitest";
import { findUpload, findUploadHead, saveUpload } from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { rename } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";
import { NOW, newOrganization } from "../support/organization";

freshDatabaseEachTest();

const LONG = { name: "long.csv", text: "name\n😀".repeat(500_000) };

test("a long upload is found as it was sent, and goes with all of its parts", async () => {
  const member = await newOrganization();
  const saved = await saveUpload(member, { kind: "units", files: [LONG] }, NOW);
  const id = saved.outcome === "saved" ? saved.id : "";
  expect(await db.uploadPart.count()).toBeGreaterThan(5);
  expect(await findUpload(member, id)).toEqual({ id, kind: "units", files: [LONG] });

  const next = await saveUpload(member, { kind: "units", files: [] }, NOW);
  const other = await saveUpload(member, { kind: "inventory", files: [] }, NOW);
  expect(await findUpload(member, id)).toBeNull();
  expect(await db.upload.findMany({ select: { id: true } })).toEqual(
    [next, other].map((one) => ({ id: one.outcome === "saved" && one.id })),
  );
  expect(await db.uploadPart.count()).toBe(2);
});

test("whoever saves something does not wait for a long upload", async () => {
  const member = await newOrganization();
  const ended: string[] = [];
  const saving = saveUpload(member, { kind: "units", files: [LONG] }, NOW).then(() => ended.push("upload"));
  while ((await db.uploadPart.count()) === 0);
  await rename(member, "Meanwhile");
  ended.push("rename");
  await saving;
  expect(ended).toEqual(["rename", "upload"]);
});

test("an upload whose parts are not all here is none, and goes once nobody stores it any more", async () => {
  const member = await newOrganization();
  const { organizationId } = member;
  const data = { organizationId, kind: "units", fileNames: ["units.csv"] };
  const hours = (ago: number) => new Date(NOW.getTime() - ago * 3_600_000);
  const half = await db.upload.create({ data: { ...data, createdAt: hours(0.5) } });
  const abandoned = await db.upload.create({ data: { ...data, kind: "inventory", createdAt: hours(2) } });
  await db.uploadPart.create({ data: { organizationId, uploadId: abandoned.id, number: 0, text: "[" } });
  expect(await findUploadHead(member, half.id)).toBeNull();
  expect(await findUpload(member, half.id)).toBeNull();

  await saveUpload(member, { kind: "units", files: [] }, NOW);
  const left = await db.upload.findMany({
    select: { id: true, complete: true },
    orderBy: { complete: "asc" },
  });
  expect(left).toEqual([
    { id: half.id, complete: false },
    { id: expect.any(String), complete: true },
  ]);
  expect(await db.uploadPart.count()).toBe(1);
});
