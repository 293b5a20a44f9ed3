import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const QUIET = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-quic",
  "--font-render-hinting=none",
];
const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The first browser there is: the one named, Playwright's own, the system's, the one that came with npm. */
export async function launchOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: QUIET };
  if (existsSync(chromium.executablePath())) return { args: QUIET };
  return { executablePath: systemBrowser() ?? (await bundledBrowser()), args: QUIET };
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.flatMap((folder) => SYSTEM_NAMES.map((name) => path.join(folder, name))).find(existsSync);
}

/** Unpacks into a folder of this checkout: the package's own place is shared by everyone on the machine. */
async function bundledBrowser(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser found. Run `npx playwright install chromium`, or set CHROMIUM_PATH.");
  }
  const folder = path.resolve(import.meta.dirname, "../../node_modules/.cache/chromium");
  await mkdir(folder, { recursive: true });
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    const { default: bundled } = await import("@sparticuz/chromium");
    return await bundled.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
