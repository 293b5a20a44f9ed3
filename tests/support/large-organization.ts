import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Member } from "@/lib/server/auth/member";
import { db } from "@/lib/server/db/client";
import { temporaryFolder } from "./folder";
import { generatedDatabase } from "./generated-database";
import { GENERATED_ORGANIZATION } from "./generated-ids";

/** Puts a copy of a generated organization of so many units behind `db` and gives its owner. */
export function largeOrganizations(): (units: number) => Promise<Member> {
  let folder = "";
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    await db.$disconnect();
    await rm(folder, { recursive: true });
  });
  return async (units) => {
    const file = path.join(folder, `${units}.db`);
    await db.$disconnect();
    await copyFile(await generatedDatabase(units), file);
    process.env.DATABASE_URL = `file:${file}`;
    return {
      userId: "local",
      organizationId: GENERATED_ORGANIZATION,
      organizationSlug: "my-organization",
      organizationName: "Northfield Group",
      role: "owner",
    };
  };
}
