import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/make-plan";
import { loadSolver } from "@/lib/server/planning/solver";
import { answered } from "../../support/answered";
import { everybody, planRequest } from "../../support/planning";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The script as `npm run -s plan` starts it. */
function run(...files: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile("npm", ["run", "-s", "plan", "--", ...files], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test("prints the plan of each file on a line, and names the fault of one that is none", async () => {
  const request = planRequest(aiScaling, { assessments: [answered()], capacity: everybody(aiScaling, 1) });
  const bad = file("bad.json", { ...request, weeks: 0 });
  const nobody = file("nobody.json", { ...request, capacity: [] });
  const { code, out, err } = await run(file("good.json", request), bad, nobody);
  expect(out).toBe(`${JSON.stringify(makePlan(aiScaling, request, await loadSolver()))}\n`);
  expect(err).toBe(
    [
      `${bad}: weeks: expected from 1 to 104 weeks\n`,
      `${nobody}: capacity: expected at least one role with more than 0 fte, for nothing can be placed without people\n`,
    ].join(""),
  );
  expect(code).toBe(1);
});
