import { type Browser, chromium } from "@playwright/test";
import { launchOptions } from "../tests/support/browser";

export async function withBrowser<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> {
  const browser = await chromium.launch(await launchOptions());
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
