import { HOME } from "./page-addresses";
import { sendForm } from "./send-form";

const WAIT_MS = 200;
const TRIES = 300;

/** The file that *Export everything* writes. */
export async function exportEverything(origin: string): Promise<string> {
  const page = `${origin}${HOME}/settings/exports`;
  const links = async () =>
    (await (await fetch(page)).text()).match(/(?<=href=")[^"]*\/settings\/exports\/[^"]+(?=")/g) ?? [];
  const before = new Set(await links());
  const asked = await sendForm(page, "Export everything");
  if (asked.status !== 303) throw new Error(`Export everything was answered with ${asked.status}.`);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const link = (await links()).find((one) => !before.has(one));
    if (link !== undefined) return (await fetch(new URL(link, page))).text();
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error("Nothing was exported.");
}
