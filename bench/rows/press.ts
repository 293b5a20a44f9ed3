import type { Page } from "@playwright/test";
import { startPeers, startSeeded, withApps } from "../apps";
import { withBrowser } from "../browser";
import { within } from "../comparison";
import { inTurn } from "../in-turn";
import { percentile } from "../median";
import type { Row } from "./row";

const PRESSES = 40;

export const press: Row = {
  name: "press",
  measure: () =>
    withApps([startSeeded(), startPeers()], (app, peers) =>
      withBrowser(async (browser) => {
        const opened = async (address: string) => {
          const page = await browser.newPage();
          await page.goto(address, { waitUntil: "networkidle" });
          return page;
        };
        const questions = await opened(`${app.draft}/questions/technical`);
        const echo = await opened(`${peers.url}/press`);
        await questions.locator("[data-question]").first().focus();
        const slowest = (page: Page) => async () => percentile(await millisecondsToSaved(page), 95);
        const [ours, beside] = await inTurn(slowest(questions), slowest(echo));
        const own = { name: "key press to Saved, p95", ours, unit: "ms" };
        return [
          { ...own, beside, besideName: "page with an echo route", bar: { atMost: 2 } },
          within(250, own),
        ];
      }),
    ),
};

/** Of each press, until the word stands in the page, by the page's own clock. */
async function millisecondsToSaved(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < PRESSES; count += 1) {
    // The page has to listen before the key is pressed.
    const watch = await page.evaluateHandle(watchOnce);
    await page.keyboard.press(String((count % 5) + 1));
    times.push(await watch.evaluate(({ milliseconds }) => milliseconds));
    await watch.dispose();
  }
  return times;
}

/** Runs in the page. */
function watchOnce() {
  const milliseconds = new Promise<number>((resolve, reject) => {
    let pressed = 0;
    let saving = false;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const texts = [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
      const waits = texts.includes("Saving…");
      saving ||= waits;
      if (!saving || waits || !texts.some((text) => text.startsWith("Saved"))) return;
      observer.disconnect();
      resolve(performance.now() - pressed);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => reject(new Error("Nothing was saved.")), 10_000);
  });
  return { milliseconds };
}
