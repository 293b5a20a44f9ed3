import { heaviest } from "../support/heaviest";
import { HOME } from "../support/page-addresses";
import { heldMemory, longestBlock } from "../support/read-metric";
import { generated, type MortalApp, startApp } from "../support/server";
import { expect, test } from "../support/test";

const UNITS = 100;
/** Nearly the most that may be sent. */
const FILE_BYTES = 30_000_000;
const BLOCK_MS = 200;
/** The machine has other things to do as well: what the app itself holds up, it holds up each time. */
const TRIES = 3;
/** Above that of the app when nothing was asked of it. */
const MEMORY_BYTES = 600e6;

let app: MortalApp;
test.beforeAll(async () => {
  app = await startApp({ seed: generated(UNITS), env: { METRICS: "on" } });
});
test.afterAll(() => app.stop());

test("whatever is asked for, everybody else is answered, and memory stays bounded", async () => {
  test.setTimeout(600_000);
  const home = `${app.url}${HOME}`;
  for (const page of ["", "/settings/import", "/settings/exports"]) await (await fetch(home + page)).text();
  const idle = await heldMemory(app.url);
  for (const { name, ask } of heaviest(FILE_BYTES)) {
    let blocked = Number.POSITIVE_INFINITY;
    for (let tried = 0; tried < TRIES && blocked > BLOCK_MS; tried += 1) {
      await longestBlock(app.url);
      const response = await ask(home);
      expect(response.status, name).toBeLessThan(500);
      await response.arrayBuffer();
      blocked = await longestBlock(app.url);
    }
    expect.soft(blocked, `${name}: ms without an answer to anybody`).toBeLessThanOrEqual(BLOCK_MS);
    const held = (await heldMemory(app.url)) - idle;
    expect.soft(held, `${name}: bytes held`).toBeLessThan(MEMORY_BYTES);
  }
});
