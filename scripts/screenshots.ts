import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { launchOptions } from "../tests/support/browser";
import {
  HOME,
  loadSample,
  makePlan,
  PLAIN_PAGES,
  planPages,
  samplePages,
} from "../tests/support/page-addresses";
import { startApp } from "../tests/support/server";
import { build, root } from "./setup/set-up.mjs";

/** `npm run screenshots`: pictures of every page, empty and with the sample, and of the reports. */
const UNIT = "Community Clinics";
const WIDTHS = [1280, 360];
/** Pixels of height a picture; beyond 8,192 the browser draws the top of the page again. */
const SLICE = 4000;
const THEMES = ["light", "dark"] as const;
/** What pdf.js draws on in Node, where its own types say only `Object`. */
type CanvasFactory = {
  create: (
    width: number,
    height: number,
  ) => { canvas: { toBuffer: (type: "image/png") => Buffer }; context: CanvasRenderingContext2D };
};
const folder = path.join(root, "screenshots");

await build();
rmSync(folder, { recursive: true, force: true });
const app = await startApp();
const browser = await chromium.launch(await launchOptions());
try {
  await takePages(browser, "empty", PLAIN_PAGES);
  const page = await browser.newPage();
  await loadSample(page, app.url);
  const plan = await makePlan(page, app.url, [UNIT, "Freight Services"]);
  const pages = {
    ...(await samplePages(page, app.url, UNIT)),
    ...(await planPages(page, app.url, plan)),
  };
  await page.close();
  await takePages(browser, "sample", { ...PLAIN_PAGES, ...pages });
  await takeForReadme(browser, pages.results);
  // Drawing keeps this process busy for longer than the app holds a connection open: fetch both first.
  const files = [
    ["gap report", await fetchFile(`${pages.results}/export/pdf`)],
    ["unit comparison", await fetchFile(`${HOME}/compare/export/pdf`)],
  ] as const;
  for (const [name, file] of files) await drawReport(name, file);
} finally {
  await browser.close();
  await app.stop();
}
console.log(`The pictures are in ${folder}`);

async function takePages(browser: Browser, state: string, pages: Record<string, string>) {
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      for (const [name, address] of Object.entries(pages)) {
        await page.goto("about:blank");
        await page.goto(`${app.url}${address}`);
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        for (let y = 0; y < whole; y += SLICE) {
          const clip = { x: 0, y, width, height: Math.min(SLICE, whole - y) };
          const file = fileFor(state, `${name} ${width} ${colorScheme} ${y / SLICE + 1}`);
          await page.screenshot({ path: file, fullPage: true, clip });
        }
      }
      await page.close();
    }
  }
}

async function fetchFile(address: string): Promise<Uint8Array> {
  const response = await fetch(`${app.url}${address}`);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function drawReport(name: string, file: Uint8Array) {
  const document = await getDocument({ data: file }).promise;
  const factory = document.canvasFactory as CanvasFactory;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1.5 });
    const { canvas, context } = factory.create(viewport.width, viewport.height);
    await page.render({ canvasContext: context, viewport }).promise;
    writeFileSync(fileFor("reports", `${name} ${number}`), canvas.toBuffer("image/png"));
  }
}

async function takeForReadme(browser: Browser, address: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  await page.goto(`${app.url}${address}`);
  await page.screenshot({ path: path.join(root, "docs/images/results.png") });
  await page.close();
}

function fileFor(state: string, name: string): string {
  mkdirSync(path.join(folder, state), { recursive: true });
  return path.join(folder, state, `${name.replaceAll(" ", "-")}.png`);
}
