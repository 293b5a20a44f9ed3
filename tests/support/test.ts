import { test as base, expect } from "@playwright/test";
import { type RunningApp, startApp } from "./server";

type Options = {
  /** Addresses whose failure the test provokes; any other failed request fails the test. */
  expectedFailures: RegExp[];
};

/** One app a spec file: the files do not see each other's data. Console errors and failed requests fail a test. */
export const test = base.extend<Options & { watched: undefined }, { app: RunningApp }>({
  expectedFailures: [[], { option: true }],
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  watched: [
    async ({ page, expectedFailures }, use) => {
      const faults: string[] = [];
      const expected = (url: string) => expectedFailures.some((pattern) => pattern.test(url));
      page.on("console", (message) => {
        if (message.type() !== "error") return;
        if (expected(message.location().url)) return;
        faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
      page.on("response", (response) => {
        if (response.status() >= 400 && !expected(response.url()))
          faults.push(`${response.status()}: ${response.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
