import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { BARE, buildBare } from "../bench/builds";
import { kilobytes, scriptsOf } from "../bench/page-scripts";
import { launchOptions } from "../tests/support/browser";
import { loadSample, makePlan, PLAIN_PAGES, planPages, samplePages } from "../tests/support/page-addresses";
import { startApp, startNext } from "../tests/support/server";
import { build, root } from "./setup/set-up.mjs";

/** `npm run bench:size`: the script that the HTML of each page loads, in KB of gzip, beside a bare Next page. */
const BARS: Record<string, number> = { questions: 1.35, results: 1.15 };
/** Text that only the library's own code holds, minified or not, and a file of it that proves so. */
const MARKERS = {
  recharts: { text: "recharts-wrapper", heldBy: "recharts/es6/chart/RechartsWrapper.js" },
  "full zod": { text: '"ZodObject"', heldBy: "zod/v4/classic/schemas.js" },
};
for (const { text, heldBy } of Object.values(MARKERS)) {
  const source = readFileSync(path.join(root, "node_modules", heldBy), "utf8");
  if (!source.includes(text))
    throw new Error(`${heldBy} does not hold ${text}: it would not be found in a page`);
}

await build();
await buildBare();
const [app, bareApp] = await Promise.all([startApp(), startNext(BARE)]);
try {
  const pages = { ...PLAIN_PAGES, ...(await addressesInSample()) };
  const floor = kilobytes(await scriptsOf(bareApp.url));
  const rows = [{ page: "bare Next page", "KB gzip": floor.toFixed(1), "× bare": "1.00" }];
  for (const [name, address] of Object.entries(pages)) {
    const scripts = await scriptsOf(`${app.url}${address}`);
    const size = kilobytes(scripts);
    const ratio = size / floor;
    const bar = BARS[name];
    const found = Object.entries(MARKERS).map(([library, { text }]) => [
      library,
      scripts.some((script) => script.includes(text)) ? "yes" : "no",
    ]);
    rows.push({
      page: name,
      "KB gzip": size.toFixed(1),
      "× bare": ratio.toFixed(2),
      ...(bar && { bar: `≤ ${bar}`, kept: ratio <= bar ? "yes" : "no" }),
      ...Object.fromEntries(found),
    });
  }
  console.table(rows);
} finally {
  await Promise.all([app.stop(), bareApp.stop()]);
}

async function addressesInSample() {
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await loadSample(page, app.url);
    const plan = await makePlan(page, app.url, ["Community Clinics", "Freight Services"]);
    return {
      ...(await samplePages(page, app.url, "Community Clinics")),
      ...(await planPages(page, app.url, plan)),
    };
  } finally {
    await browser.close();
  }
}
