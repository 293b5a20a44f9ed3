import { BLOCK_MS, leastBlock, MEMORY_BYTES } from "../support/burden";
import { heaviest } from "../support/heaviest";
import { HOME } from "../support/page-addresses";
import { heldMemory } from "../support/read-metric";
import { generated, type MortalApp, startApp } from "../support/server";
import { expect, test } from "../support/test";

const UNITS = 100;
/** Nearly the most that may be sent. */
const FILE_BYTES = 30_000_000;

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
    const blocked = await leastBlock(app, async () => {
      const response = await ask(home);
      expect(response.status, name).toBeLessThan(500);
      await response.arrayBuffer();
    });
    expect.soft(blocked, `${name}: ms without an answer to anybody`).toBeLessThanOrEqual(BLOCK_MS);
    const held = (await heldMemory(app.url)) - idle;
    expect.soft(held, `${name}: bytes held`).toBeLessThan(MEMORY_BYTES);
  }
});
