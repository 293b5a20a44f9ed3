import type { Browser } from "@playwright/test";
import { startGenerated, withApps } from "../apps";
import { withBrowser } from "../browser";
import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { figureOf } from "../program";
import { onSlowMachine, SLOWED } from "../slow-machine";
import type { Row } from "./row";

const UNITS = 2000;

export const compare: Row = {
  name: "compare",
  measure: () =>
    withApps([startGenerated(UNITS)], ({ url }) =>
      withBrowser(async (browser) => {
        const address = `${url}/my-organization/compare`;
        await millisecondsToAnswer(address);
        const [server, read, shown, task] = await inTurn(
          () => millisecondsToAnswer(address),
          figureOf("milliseconds", "programs/read-results.ts", String(UNITS)),
          async () => (await look(browser, address)).shown,
          async () => (await look(browser, address)).longestTask,
        );
        const name = `compare ${UNITS.toLocaleString("en-US")} units`;
        return [
          {
            name: `${name}, server`,
            ours: server,
            unit: "ms",
            beside: read,
            besideName: "the same rows read by hand",
            bar: { atMost: 3 },
          },
          within(1000, { name: `${name}, heat map shown, CPU × ${SLOWED}`, ours: shown, unit: "ms" }),
          within(200, {
            name: `${name}, longest task in scrolling, CPU × ${SLOWED}`,
            ours: task,
            unit: "ms",
          }),
        ];
      }),
    ),
};

async function millisecondsToAnswer(address: string): Promise<number> {
  const started = performance.now();
  await (await fetch(address)).text();
  return performance.now() - started;
}

/** What a person with a slow machine waits for, in ms: the heat map, then the longest stop in scrolling to the end. */
function look(browser: Browser, address: string): Promise<{ shown: number; longestTask: number }> {
  return onSlowMachine(browser, { address, script: WATCH }, async (page) => {
    const shown = await page.evaluate<number>("window.shownAt");
    await page.evaluate("window.watchTasks()");
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let scrolled = 0; scrolled < height; scrolled += 600) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(50);
    }
    return { shown, longestTask: await page.evaluate<number>("window.longestTask") };
  });
}

/** Runs in the page. A message that is sent in a frame arrives after it was painted. */
const WATCH = `(function look() {
  if (!document.querySelector("#heat-map tbody tr")) return requestAnimationFrame(look);
  const channel = new MessageChannel();
  channel.port1.onmessage = () => (window.shownAt = performance.now());
  channel.port2.postMessage(null);
})();
window.longestTask = 0;
window.watchTasks = () =>
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: "longtask" });`;
