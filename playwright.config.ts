import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/support/browser";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    // A trace costs a fifth of the time: ask for it with `npm run test:e2e -- FILE --trace on`.
    screenshot: "only-on-failure",
  },
});
