import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/setup/set-up.mjs";
import { type Judged, judge } from "./comparison";
import { ROWS } from "./rows/rows";

/** `npm run bench`: our figures beside those of a peer or a floor. `-- NAME` runs one row, `-- --json` prints JSON. */
const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const names = ROWS.map(({ name }) => name);
const stray = positionals.find((name) => !names.includes(name));
if (stray !== undefined) {
  console.error(`${stray} is no row: there are ${names.join(", ")}.`);
  process.exit(1);
}
process.chdir(root);
// A configured database or port is not for measuring.
delete process.env.DATABASE_URL;

await prepare();
const judged: Judged[] = [];
for (const { name, measure } of ROWS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  judged.push(...(await measure()).map(judge));
}
if (values.json) console.log(JSON.stringify(judged, null, 2));
else print(judged);

/** In a process of its own that writes to standard error: standard output is for the figures. */
async function prepare() {
  const script = ["--import", "tsx", path.join(root, "bench/prepare.ts")];
  const child = spawn(process.execPath, script, { stdio: ["ignore", process.stderr, process.stderr] });
  const [code] = await once(child, "close");
  if (code !== 0) process.exit(1);
}

function print(rows: readonly Judged[]) {
  console.table(
    rows.map(({ name, ours, unit, beside, besideName, ratio, bar, holds }) => ({
      what: name,
      ours: `${figure(ours)} ${unit}`,
      beside: `${figure(beside)} ${unit}`,
      "is of": besideName,
      ratio: ratio.toFixed(2),
      bar,
      holds: holds ? "yes" : "no",
    })),
  );
  console.log(`${rows.filter(({ holds }) => holds).length} of ${rows.length} bars hold`);
}

function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}
