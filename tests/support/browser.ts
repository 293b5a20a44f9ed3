import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import bundled from "@sparticuz/chromium";

const QUIET = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];
// Not its own flags: they run everything in one process, which a closed page ends, and drop the Origin of requests.
const BUNDLED = ["--no-sandbox", "--headless=shell", "--use-gl=angle", "--use-angle=swiftshader"];
const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The first browser there is: the one named, Playwright's own, the system's, the one that came with npm. */
export async function launchOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: ["--no-sandbox", ...QUIET] };
  if (existsSync(chromium.executablePath())) return { args: QUIET };
  const system = SYSTEM.find((path) => existsSync(path));
  if (system) return { executablePath: system, args: ["--no-sandbox", ...QUIET] };
  return { executablePath: await bundled.executablePath(), args: [...BUNDLED, ...QUIET] };
}
