import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { loadSolver } from "@/lib/server/planning/solver";
import { answered } from "../../support/answered";
import { commandLine } from "../../support/command-line";
import { everybody, planRequest } from "../../support/planning";

const { file, run } = commandLine();

test("prints the plan of each file on a line, and names the fault of one that is none", async () => {
  const request = planRequest(aiScaling, { assessments: [answered()], capacity: everybody(aiScaling, 1) });
  const bad = await file("bad.json", { ...request, weeks: 0 });
  const nobody = await file("nobody.json", { ...request, capacity: [] });
  const { code, out, err } = await run("plan", await file("good.json", request), bad, nobody);
  expect(out).toBe(`${JSON.stringify(makePlan(aiScaling, request, await loadSolver()))}\n`);
  expect(err).toBe(
    [
      `${bad}: weeks: expected from 1 to 104 weeks\n`,
      `${nobody}: capacity: expected at least one role with more than 0 fte, for nothing can be placed without people\n`,
    ].join(""),
  );
  expect(code).toBe(1);
});
