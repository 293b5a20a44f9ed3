import { test as base, expect, type TestInfo } from "@playwright/test";
import { generated, type MortalApp, startApp } from "./server";

type Options = {
  /** A test of a file asks for an app and an empty database that no other test has seen. */
  freshApp: boolean;
  /** How many units the app has before the first test of the file; 0 for an empty database. */
  generatedUnits: number;
  /** Addresses whose failure the test provokes; any other failed request fails the test. */
  expectedFailures: readonly RegExp[];
};

type Apps = { of: (owner: string, generatedUnits: number) => Promise<MortalApp> };

/** One app a spec file: the files do not see each other's data. Errors in the console and failed requests fail a test. */
export const test = base.extend<Options & { app: MortalApp; watched: undefined }, { apps: Apps }>({
  freshApp: [false, { option: true }],
  generatedUnits: [0, { option: true }],
  expectedFailures: [[], { option: true }],
  apps: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      let current: { owner: string; app: MortalApp } | undefined;
      await use({
        async of(owner, units) {
          if (current?.owner === owner) return current.app;
          await current?.app.stop();
          current = { owner, app: await startApp(units > 0 ? { seed: generated(units) } : {}) };
          return current.app;
        },
      });
      await current?.app.stop();
    },
    { scope: "worker" },
  ],
  app: async ({ apps, freshApp, generatedUnits }, use, testInfo: TestInfo) => {
    const owner = freshApp ? `${testInfo.testId} ${testInfo.retry}` : testInfo.file;
    await use(await apps.of(owner, generatedUnits));
  },
  baseURL: async ({ app }, use) => use(app.url),
  watched: [
    async ({ context, expectedFailures, javaScriptEnabled }, use) => {
      const faults: string[] = [];
      const report = (fault: string, url: string) => {
        if (!expectedFailures.some((pattern) => pattern.test(url))) faults.push(`${fault} ${url}`);
      };
      context.on("weberror", (error) =>
        report(`thrown: ${error.error().message}`, error.page()?.url() ?? ""),
      );
      context.on("console", (message) => {
        // What did not load is told below, with its address.
        if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
        report(`console: ${message.text()}`, message.location().url);
      });
      context.on("response", (response) => {
        if (response.status() >= 400) report(String(response.status()), response.url());
      });
      context.on("requestfailed", (request) => {
        const why = request.failure()?.errorText ?? "failed";
        // A browser told not to run script does not load it.
        if (javaScriptEnabled === false && request.resourceType() === "script") return;
        // Leaving a page aborts what it was still loading.
        if (why !== "net::ERR_ABORTED") report(why, request.url());
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
