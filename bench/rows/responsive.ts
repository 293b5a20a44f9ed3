import type { Browser } from "@playwright/test";
import { startBare, startSeeded, withApps } from "../apps";
import { withBrowser } from "../browser";
import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { onSlowMachine, SLOWED } from "../slow-machine";
import type { Row } from "./row";

const PRESSES = 20;
/** A task that takes longer keeps a person waiting, by the definition of total blocking time. */
const TASK_MS = 50;

export const responsive: Row = {
  name: "responsive",
  measure: () =>
    withApps([startSeeded(), startBare()], (app, bare) =>
      withBrowser(async (browser) => {
        const [answering, results, beside] = await inTurn(
          () => slowestInteraction(browser, `${app.draft}/questions/technical`),
          () => blockingTime(browser, `${app.submitted}/results`),
          () => blockingTime(browser, `${bare.url}/dynamic`),
        );
        const name = `results blocked while loading, CPU × ${SLOWED}`;
        return [
          within(200, { name: `slowest answer by key, CPU × ${SLOWED}`, ours: answering, unit: "ms" }),
          {
            ...within(150, { name, ours: results, unit: "ms" }),
            besideName: `limit; bare Next page ${beside.toFixed(0)} ms`,
          },
        ];
      }),
    ),
};

/** Runs in the page: what the browser itself says of tasks and interactions. */
const WATCH = `
window.tasks = [];
window.interactions = [];
const watch = (type, into, more) =>
  new PerformanceObserver((list) => into.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type, buffered: true, ...more });
watch("longtask", window.tasks);
watch("event", window.interactions, { durationThreshold: 16 });`;

/** Interaction to next paint, ms: from a key to the frame that shows what it did, the slowest of some. */
function slowestInteraction(browser: Browser, address: string): Promise<number> {
  return onSlowMachine(browser, { address, script: WATCH }, async (page) => {
    await page.locator("[data-question]").first().focus();
    for (let press = 0; press < PRESSES; press += 1) {
      await page.keyboard.press(press % 2 === 0 ? String((press % 5) + 1) : "j");
      await page.waitForTimeout(150);
    }
    return page.evaluate<number>("Math.max(0, ...window.interactions)");
  });
}

/** Total blocking time, ms. */
function blockingTime(browser: Browser, address: string): Promise<number> {
  return onSlowMachine(browser, { address, script: WATCH }, async (page) => {
    const tasks = await page.evaluate<number[]>("window.tasks");
    return tasks.reduce((sum, task) => sum + Math.max(0, task - TASK_MS), 0);
  });
}
