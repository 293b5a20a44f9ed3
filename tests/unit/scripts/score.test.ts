import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { answered } from "../../support/answered";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "score-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** The script as `npm run -s score` and `npm run -s framework` start it. */
function run(script: string, ...files: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile("node_modules/.bin/tsx", [`scripts/${script}.ts`, ...files], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

test("prints the result of each file on a line, in their order", async () => {
  const [full, quick] = [answered(), answered({ depth: "quick" })];
  const { code, out, err } = await run("score", file("full.json", full), file("quick.json", quick));
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toBe([full, quick].map((one) => `${JSON.stringify(evaluate(aiScaling, one))}\n`).join(""));
});

test("names file, path and expectation of each fault on a line, and still scores the others", async () => {
  const full = answered();
  const bad = file("bad.json", { ...full, targetPhase: "pilot" });
  const doubled = file("doubled.json", '{ "depth": "full", "depth": "quick" }');
  const missing = join(folder, "missing.json");
  const { code, out, err } = await run("score", bad, file("good.json", full), doubled, missing);
  expect(code).toBe(1);
  expect(out).toBe(`${JSON.stringify(evaluate(aiScaling, full))}\n`);
  expect(err).toBe(
    [
      `${bad}: targetPhase: expected one of foundation, expansion, optimization, maturity\n`,
      `${doubled}: depth: expected each key once\n`,
      `${missing}: cannot be read (ENOENT)\n`,
    ].join(""),
  );
});

test("says how to use it when there is nothing to score", async () => {
  expect(await run("score")).toEqual({ code: 1, out: "", err: "Usage: npm run -s score -- FILE…\n" });
});

test("prints the framework as it is scored with", async () => {
  const { code, out } = await run("framework");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(aiScaling)));
});
