import type { Page } from "@playwright/test";
import { startPeers, withApps } from "../apps";
import { withBrowser } from "../browser";
import { inTurn } from "../in-turn";
import type { Row } from "./row";

const SECTION = 12;
const ALL = 60;
/** Five levels, not applicable, don't know. */
const CHOICES = 7;

export const render: Row = {
  name: "render",
  measure: () =>
    withApps([startPeers()], ({ url }) =>
      withBrowser(async (browser) => {
        const timed = (name: string, questions: number) => async () => {
          const page = await browser.newPage();
          const areas = questions / SECTION;
          await page.goto(`${url}/${name}?areas=${areas}`, { waitUntil: "networkidle" });
          const milliseconds = await millisecondsToShow(page, questions * CHOICES);
          await page.close();
          return milliseconds;
        };
        const [section, plain, ours, survey] = await inTurn(
          timed("questionnaire", SECTION),
          timed("radios", SECTION),
          timed("questionnaire", ALL),
          timed("survey", ALL),
        );
        return [
          {
            name: "render a section of 12 questions",
            ours: section,
            unit: "ms",
            beside: plain,
            besideName: "plain React radios",
            bar: { atMost: 2 },
          },
          {
            name: "render 60 questions",
            ours,
            unit: "ms",
            beside: survey,
            besideName: "SurveyJS",
            bar: { atMost: 0.25 },
          },
        ];
      }),
    ),
};

/** From the press to the painted frame that shows all of the radios. */
function millisecondsToShow(page: Page, radios: number): Promise<number> {
  return page.evaluate(async (expected) => {
    const started = performance.now();
    document.querySelector("button")?.click();
    do {
      // A message that is sent in a frame arrives after it was painted.
      await new Promise((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = resolve;
          channel.port2.postMessage(null);
        }),
      );
    } while (document.querySelectorAll("input[type=radio]").length < expected);
    return performance.now() - started;
  }, radios);
}
