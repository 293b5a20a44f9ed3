import { cruise, type IReporterOutput } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";

/** Fewer modules than this means the cruiser did not read them, and "no violations" would be a lie. */
const MODULES_MIN = 150;

const { options, ...ruleSet } = config;
const result: IReporterOutput = await cruise(
  ["app", "components", "lib", "scripts", "tests", "proxy.ts"],
  { ...options, ruleSet, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
if (typeof result.output === "string") throw new Error(result.output);
const { violations, totalCruised } = result.output.summary;

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${totalCruised} modules read, ${violations.length} broken rules`);
if (totalCruised < MODULES_MIN) {
  console.error(`At least ${MODULES_MIN} modules were expected: the check did not see the code.`);
  process.exitCode = 1;
}
if (violations.length > 0) process.exitCode = 1;
