import { readdirSync } from "node:fs";
import { cruise, type IReporterOutput } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";

const FOLDERS = ["app", "bench", "components", "lib", "scripts", "tests"];

const { options, ...ruleSet } = config;
const { output }: IReporterOutput = await cruise(
  [...FOLDERS, "instrumentation.ts", "proxy.ts"],
  { ...options, ruleSet, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);
if (typeof output === "string") throw new Error(output);
const { violations, totalDependenciesCruised } = output.summary;

const read = new Set(output.modules.map(({ source }) => source));
const present = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file.replaceAll("\\", "/")}`,
  ),
).filter(
  (file) =>
    /\.(ts|tsx|mjs)$/.test(file) && !/^lib\/server\/db\/generated\/|^bench\/peers\/|\.next\//.test(file),
);
const unread = present.filter((file) => !read.has(file));

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of unread) console.error(`not read: ${file}`);
console.log(
  `${present.length} modules with ${totalDependenciesCruised} imports, ${violations.length} broken rules`,
);
// A cruiser that cannot parse reports modules without imports, and no violation.
const blind = unread.length > 0 || (totalDependenciesCruised ?? 0) < present.length;
if (blind) console.error("The check did not see all of the code.");
if (blind || violations.length > 0) process.exitCode = 1;
