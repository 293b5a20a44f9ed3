import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type IReporterOutput } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";
import config from "../../../.dependency-cruiser.mjs";

/** Each file with what it imports, and the rule that breaks. */
const BROKEN: readonly [rule: string, from: string, to: string][] = [
  ["no-circles", "lib/units/tree.ts", "lib/units/walk.ts"],
  ["no-circles-of-folders", "lib/inventory/item.ts", "lib/home/today.ts"],
  ["no-import-into-nothing", "lib/units/lost.ts", "./nowhere"],
  ["nothing-imports-tests", "components/results/sample.ts", "tests/support/sample.ts"],
  ["no-upwards-from-framework", "lib/framework/types.ts", "lib/scoring/score.ts"],
  ["no-upwards-from-scoring", "lib/scoring/score.ts", "lib/gap-analysis/gap.ts"],
  ["no-upwards-from-gap-analysis", "lib/gap-analysis/gap.ts", "lib/risk-rating/rate.ts"],
  ["no-upwards-from-risk-rating", "lib/risk-rating/rate.ts", "lib/consistency/check.ts"],
  ["no-upwards-from-consistency", "lib/consistency/check.ts", "lib/evaluation/evaluate.ts"],
  ["no-upwards-from-evaluation", "lib/evaluation/evaluate.ts", "lib/comparison/rank.ts"],
  ["no-upwards-from-comparison", "lib/comparison/rank.ts", "lib/planning/roadmap.ts"],
  ["no-upwards-from-planning", "lib/planning/roadmap.ts", "lib/report/report.ts"],
  ["lib-is-pure", "lib/report/report.ts", "lib/server/env.ts"],
  ["lib-is-pure", "lib/report/page.ts", "components/ui/button.ts"],
  ["lib-is-pure", "lib/report/hook.ts", "node_modules/react/index.js"],
  ["lib-is-pure", "lib/report/file.ts", "node:fs"],
  ["leaves-without-domain", "lib/format/level.ts", "lib/units/name.ts"],
  ["server-below-app", "lib/server/page.ts", "app/page.ts"],
  ["database-behind-data", "app/query.ts", "lib/server/db/client.ts"],
  ["database-behind-data", "proxy.ts", "node_modules/better-sqlite3/index.js"],
  ["kit-without-domain", "components/ui/badge.ts", "lib/units/name.ts"],
  ["kit-without-domain", "components/charts/radar.ts", "components/results/areas.ts"],
  ["components-without-server", "components/results/save.ts", "lib/server/env.ts"],
  ["framework-is-data", "app/(desk)/help/page.ts", "lib/framework/ai-scaling/framework.ts"],
  ["framework-is-data", "components/results/what-if.ts", "lib/framework/ai-scaling/technical.ts"],
  ["framework-is-data", "lib/server/imports/import.ts", "lib/framework/ai-scaling/framework.ts"],
  ["framework-is-data", "lib/units/titles.ts", "lib/framework/ai-scaling/framework.ts"],
  ["framework-is-data", "scripts/start.ts", "lib/framework/ai-scaling/framework.ts"],
  ["recharts-in-charts", "components/results/chart.ts", "node_modules/recharts/index.js"],
  ["routes-stand-alone", "app/(desk)/[unit]/page.ts", "app/(desk)/[unit]/plans/page.ts"],
  ["routes-stand-alone", "app/(desk)/actions.ts", "app/page.ts"],
];

/** What the rules leave alone; a circle is told of once. */
const ALLOWED: readonly [from: string, to: string][] = [
  ["lib/units/walk.ts", "lib/units/tree.ts"],
  ["lib/home/list.ts", "lib/inventory/kinds.ts"],
  ["lib/report/rows.ts", "lib/framework/words.ts"],
  ["lib/scoring/schema.ts", "node_modules/zod/index.js"],
  ["lib/scoring/text.ts", "lib/format/number.ts"],
  ["lib/server/file.ts", "node:fs"],
  ["lib/server/data.ts", "lib/server/db/client.ts"],
  ["scripts/migrate.ts", "lib/server/db/client.ts"],
  ["components/charts/bars.ts", "lib/chart-geometry/bars.ts"],
  ["components/charts/explore.ts", "node_modules/recharts/index.js"],
  ["components/results/list.ts", "lib/units/name.ts"],
  ["app/(desk)/[unit]/new/page.ts", "app/(desk)/[unit]/actions.ts"],
  ["app/(desk)/[unit]/new/page.ts", "lib/server/env.ts"],
  ["lib/framework/ai-scaling/framework.ts", "lib/framework/ai-scaling/risks.ts"],
  ["lib/sample/documents.ts", "lib/framework/ai-scaling/framework.ts"],
  ["lib/server/data/frameworks.ts", "lib/framework/ai-scaling/framework.ts"],
  ["scripts/score.ts", "lib/framework/ai-scaling/framework.ts"],
  ["tests/unit/score.test.ts", "tests/support/sample.ts"],
];

const root = mkdtempSync(path.join(tmpdir(), "scaling-readiness-rules-"));
let found: string[] = [];

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text, { flag: "a" });
}

function specifier(from: string, to: string) {
  if (!to.includes("/") || to.startsWith(".")) return to;
  const ofPackage = /^node_modules\/(.+)\/index\.js$/.exec(to);
  return ofPackage?.[1] ?? `./${path.posix.relative(path.posix.dirname(from), to).replace(/\.ts$/, "")}`;
}

beforeAll(async () => {
  const pairs = [...BROKEN.map(([, from, to]) => [from, to] as const), ...ALLOWED];
  for (const [from, to] of pairs) {
    // Types only: the rules hold for them as well.
    write(from, `export type * from "${specifier(from, to)}";\n`);
    if (/\.(ts|js)$/.test(to)) write(to, "export {};\n");
  }
  const { options, ...ruleSet } = config;
  const { output }: IReporterOutput = await cruise(
    ["app", "components", "lib", "scripts", "tests", "proxy.ts"],
    { ...options, tsConfig: undefined, baseDir: root, ruleSet, validate: true },
  );
  if (typeof output === "string") throw new Error(output);
  found = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}, 30_000);

afterAll(() => rmSync(root, { recursive: true }));

test.each(BROKEN)("%s: %s may not import %s", (rule, from, to) => {
  const place = rule === "no-circles-of-folders" ? path.posix.dirname : (file: string) => file;
  expect(found).toContain(`${rule}: ${place(from)} → ${place(to).replace("node:", "")}`);
});

test("what the rules leave alone stays unsaid", () => {
  expect(found.filter((line) => ALLOWED.some(([from]) => line.includes(`: ${from} →`)))).toEqual([]);
});

test("every rule has been seen to break", () => {
  const rules = config.forbidden?.map(({ name }) => name);
  expect([...new Set(BROKEN.map(([rule]) => rule))].sort()).toEqual(rules?.sort());
});
