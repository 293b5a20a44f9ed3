import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Framework } from "@/lib/framework/types";
import { hashOf } from "@/lib/server/data/canonical-json";
import { currentFramework, readFramework, storeFramework } from "@/lib/server/data/frameworks";
import { db } from "@/lib/server/db/client";
import { freshDatabaseEachTest } from "../support/database";
import { newAssessment, newOrganization } from "../support/organization";

freshDatabaseEachTest();

const renamed: Framework = { ...aiScaling, title: "Another title" };

test("the framework of the app is stored once and read back as it was", async () => {
  const [first, second] = await Promise.all([currentFramework(), currentFramework()]);
  expect(second.id).toBe(first.id);
  expect(await db.frameworkVersion.count()).toBe(1);
  const { framework, hash } = await readFramework(first.id);
  expect(framework).toEqual(aiScaling);
  expect(hash).toBe(hashOf(aiScaling));
});

test("a version nobody has used may still change, one in use may not", async () => {
  await storeFramework(renamed);
  const { id } = await currentFramework();
  expect((await readFramework(id)).framework.title).toBe(aiScaling.title);

  await newAssessment(await newOrganization());
  await expect(storeFramework(renamed)).rejects.toThrow("give it a new version");
  const next = await storeFramework({ ...renamed, version: "1.0.1" });
  expect((await readFramework(next.id)).framework.title).toBe("Another title");
  expect((await readFramework(id)).framework.title).toBe(aiScaling.title);
});

test("a framework that breaks a rule is not stored", async () => {
  await expect(storeFramework({ ...aiScaling, areas: [] })).rejects.toThrow("areas");
  expect(await db.frameworkVersion.count()).toBe(0);
});

test("the hash does not depend on the order of keys", () => {
  expect(hashOf({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(hashOf({ b: { c: [1, 2] }, a: 1 }));
  expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
});
