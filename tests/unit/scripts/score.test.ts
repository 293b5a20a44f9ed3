import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { answered } from "../../support/answered";
import { commandLine } from "../../support/command-line";

const { file, place, run } = commandLine();

test("prints the result of each file on a line, in their order", async () => {
  const [full, quick] = [answered(), answered({ depth: "quick" })];
  const { code, out, err } = await run(
    "score",
    await file("full.json", full),
    await file("quick.json", quick),
  );
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toBe([full, quick].map((one) => `${JSON.stringify(evaluate(aiScaling, one))}\n`).join(""));
});

test("names file, path and expectation of each fault on a line, and still scores the others", async () => {
  const full = answered();
  const bad = await file("bad.json", { ...full, targetPhase: "pilot" });
  const doubled = await file("doubled.json", '{ "depth": "full", "depth": "quick" }');
  const missing = place("missing.json");
  const { code, out, err } = await run("score", bad, await file("good.json", full), doubled, missing);
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
