import { expect, test } from "vitest";
import { requireMember } from "@/lib/server/auth/member";
import { db } from "@/lib/server/db/client";
import { freshDatabaseEachTest } from "../support/database";
import { newAssessment, newUnit, setSuitability } from "../support/organization";
import { ended, printed, runFileElsewhere } from "../support/process";

freshDatabaseEachTest();

test("killed at any moment, an assessment is submitted with its result or not at all", {
  timeout: 180_000,
}, async () => {
  const member = await requireMember("my-organization");
  const unitId = await newUnit(member);
  for (let kill = 0; kill < 5; kill += 1) {
    const ids: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      const id = await newAssessment(member, { unitId, depth: "quick" });
      await setSuitability(id);
      ids.push(id);
    }
    await db.$disconnect();
    const submitter = runFileElsewhere("tests/support/submit-until-killed.ts", ...ids);
    await printed(submitter, "submitted ");
    await new Promise((resolve) => setTimeout(resolve, 17 * kill));
    submitter.kill("SIGKILL");
    await ended(submitter);

    const acknowledged = [...submitter.output().matchAll(/^submitted (\S+)\n/gm)].map(([, id]) => id);
    const stored = await db.assessment.findMany({ where: { id: { in: ids } }, include: { result: true } });
    const submitted = stored.filter(({ status }) => status === "submitted").map(({ id }) => id);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((id) => !submitted.includes(id ?? ""))).toEqual([]);
    expect(stored.filter(({ result }) => result !== null).map(({ id }) => id)).toEqual(submitted);
    expect(stored.filter(({ submittedAt }) => submittedAt !== null).map(({ id }) => id)).toEqual(submitted);
  }
});
