import "server-only";
import { open, rename } from "node:fs/promises";
import path from "node:path";

/** Gives a finished file its name, in one step and on the disk: whatever had the name is there whole, or this is. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await synchronize(from, "r+");
  await rename(from, to);
  // Windows opens no folder, and needs none opened.
  if (process.platform !== "win32") await synchronize(path.dirname(to), "r");
}

async function synchronize(place: string, flags: "r" | "r+") {
  const handle = await open(place, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
