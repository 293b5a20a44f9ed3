import { startPeers, withApps } from "../apps";
import { withBrowser } from "../browser";
import { inTurn } from "../in-turn";
import type { Row } from "./row";

/** Notes when the frame was painted that shows the bars: a message that is sent in a frame arrives after it. */
const NOTE_SHOWN = `(function look() {
  if (document.querySelectorAll("svg rect, svg path").length < 20) return requestAnimationFrame(look);
  const channel = new MessageChannel();
  channel.port1.onmessage = () => (window.shownAt = performance.now());
  channel.port2.postMessage(null);
})()`;

export const charts: Row = {
  name: "charts",
  measure: () =>
    withApps([startPeers()], ({ url }) =>
      withBrowser(async (browser) => {
        const timed = (name: string) => async () => {
          const page = await browser.newPage();
          await page.addInitScript(NOTE_SHOWN);
          await page.goto(`${url}/charts/${name}`);
          const shown = await page.waitForFunction<number>("window.shownAt", null, { timeout: 20_000 });
          const milliseconds = await shown.jsonValue();
          await page.close();
          return milliseconds;
        };
        // The first request of a page loads its code on the server.
        for (const name of ["ours", "recharts", "svg"]) await timed(name)();
        const [ours, recharts, svg] = await inTurn(timed("ours"), timed("recharts"), timed("svg"));
        const own = { name: "radar and bars shown, from the request", ours, unit: "ms" };
        return [
          { ...own, beside: recharts, besideName: "Recharts", bar: { atMost: 0.25 } },
          { ...own, beside: svg, besideName: "hand-written SVG", bar: { atMost: 2 } },
        ];
      }),
    ),
};
