import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { longestBlock } from "./read-metric";
import type { RunningApp } from "./server";

/** What one request may cost everybody else: ms without an answer, and bytes above those of an app at rest. */
export const BLOCK_MS = 200;
export const MEMORY_BYTES = 600e6;
/** The machine has other things to do as well: what the app itself holds up, it holds up each time. */
export const TRIES = 3;

type Asked = Pick<RunningApp, "url" | "pid">;

/** Often enough that little of the time between two looks belongs to something else. */
const LOOK_MS = 50;
const NOTICE_MS = 20;

/**
 * The longest time in ms that the app answered nobody meanwhile, without what its thread waited for a processor that
 * others had. Done again while that is too long; of all the shortest.
 */
export async function leastBlock(app: Asked, ask: () => Promise<void>, tries = TRIES): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < tries && least > BLOCK_MS; tried += 1)
    least = Math.min(least, await blockDuring(app, ask));
  return least;
}

async function blockDuring(app: Asked, ask: () => Promise<void>): Promise<number> {
  // What is asked was perhaps long in the making: a connection that the app closed meanwhile is noticed before it is used.
  await setTimeout(NOTICE_MS);
  await longestBlock(app.url);
  let waited = await waitedMs(app);
  let longest = 0;
  let done = false;
  const asked = ask().finally(() => {
    done = true;
  });
  for (let isLast = false; !isLast; ) {
    await Promise.race([asked, setTimeout(LOOK_MS)]);
    isLast = done;
    const block = await longestBlock(app.url);
    const before = waited;
    waited = await waitedMs(app);
    longest = Math.max(longest, block - (waited - before));
  }
  return longest;
}

/** How long the thread that answers was ready to run and could not; 0 on systems that do not tell. */
async function waitedMs({ pid }: Asked): Promise<number> {
  const told = await readFile(`/proc/${pid}/schedstat`, "utf8").catch(() => "");
  return Number(told.split(" ")[1] ?? 0) / 1e6;
}
