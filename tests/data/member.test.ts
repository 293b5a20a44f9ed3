import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ensureLocalOrganization, findMember, requireMember } from "@/lib/server/auth/member";
import { db } from "@/lib/server/db/client";
import { readEnv } from "@/lib/server/env";
import { rename } from "../support/change-records";
import { freshDatabaseEachTest } from "../support/database";

freshDatabaseEachTest();
afterEach(() => vi.unstubAllEnvs());

test("the local organization is made once, whoever comes first", async () => {
  const made = await Promise.all([1, 2, 3].map(() => ensureLocalOrganization()));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await db.organization.count()).toBe(1);
});

test("whoever sits at the machine owns the local organization, and no other is there", async () => {
  const { id } = await ensureLocalOrganization();
  expect(await requireMember("my-organization")).toMatchObject({ organizationId: id, role: "owner" });
  await db.organization.create({ data: { slug: "other", name: "Other", createdAt: new Date(0) } });
  expect(await findMember("other")).toBeNull();
  await expect(requireMember("other")).rejects.toThrow(/404/);
});

test("a renamed organization keeps its address", async () => {
  const member = await requireMember("my-organization");
  expect(await rename(member, "Acme")).toBe("saved");
  expect(await requireMember("my-organization")).toMatchObject({ organizationName: "Acme" });
});

test("settings have defaults beside each other, and a bad one stops the start by name", () => {
  vi.stubEnv("DATABASE_URL", undefined);
  expect(readEnv()).toMatchObject({
    databaseFile: path.resolve("data/scaling-readiness.db"),
    backupDirectory: path.resolve("data/backups"),
    backupDaily: true,
    backupKeep: 14,
  });
  vi.stubEnv("DATABASE_URL", "postgresql://somewhere");
  expect(readEnv).toThrow("DATABASE_URL");
});
