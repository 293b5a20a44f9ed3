import type { Browser, Page } from "@playwright/test";

/** How many times slower than this machine. */
export const SLOWED = 4;

/** Opens an address on a slow machine, with `script` running in the page from its beginning. */
export async function onSlowMachine<Value>(
  browser: Browser,
  { address, script }: { address: string; script: string },
  work: (page: Page) => Promise<Value>,
): Promise<Value> {
  const page = await browser.newPage();
  try {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.addInitScript(script);
    await page.goto(address, { waitUntil: "networkidle" });
    return await work(page);
  } finally {
    await page.close();
  }
}
