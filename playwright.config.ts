import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/support/browser";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // A worker restarts with each file only when files run apart: one app and one database a file.
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: await launchOptions(),
    viewport: { width: 1280, height: 900 },
    trace: "retain-on-failure",
  },
});
