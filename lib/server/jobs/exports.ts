import "server-only";
import { createReadStream } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import type { Member } from "../auth/member";
import { believedTime } from "../data/believed-time";
import {
  changeExport,
  type Export,
  findExport,
  keptExports,
  nextExport,
  type RemoveExportOutcome,
  removeExport,
} from "../data/exports";
import { log } from "../log";
import { processState } from "../process/process-state";
import { exportsFolder, partialOf, placeOf } from "../storage/export-places";
import { storageFault } from "../storage/storage-fault";
import { beside } from "../workers/beside";
import type { Ended } from "../workers/lane";

/** Files that were asked for are written one after the other, in a thread beside, and again after a stop. */

/** Most files are written by then, though a thread has to begin: the page that follows has them at once. */
const WAIT_MS = 3000;

/** Begins to write what waits; comes back when that is done, or goes on meanwhile. */
export async function startExports(): Promise<void> {
  await Promise.race([writeExports(), setTimeout(WAIT_MS, null, { ref: false })]);
}

/** Writes all that waits, after what is being written now. */
export function writeExports(): Promise<void> {
  processState.exporting = processState.exporting.then(writeAll);
  return processState.exporting;
}

async function writeAll(): Promise<void> {
  try {
    // Before there is a time to believe, nothing is outdated.
    await clearAway((await believedTime(new Date())) ?? new Date(0));
    for (let next = await nextExport(); next && !processState.stopping; next = await nextExport()) {
      await writeOne(next);
    }
  } catch (error) {
    log.error({ error, fault: storageFault(error) }, "Exports cannot be written; the next one tries again");
  }
}

const FAULTS: Record<Exclude<Ended, "stopping"> | "nothing-fits", string> = {
  busy: "the app had too much else to do",
  "too-long": "it took longer than an hour",
  "too-large": "it needed more memory than there is for it",
  "nothing-fits": "no unit fits these filters any more",
};

async function writeOne(asked: NonNullable<Awaited<ReturnType<typeof nextExport>>>): Promise<void> {
  const fail = async (fault: string | null) => {
    await rm(partialOf(asked), { force: true }).catch(() => undefined);
    await changeExport(asked.id, { status: "failed", fault }, new Date());
  };
  try {
    const { value, ended } = await beside("writeExport", { export: asked, now: new Date() });
    if (ended === "stopping") return;
    if (ended) return await fail(FAULTS[ended]);
    if (value === "nothing-fits") return await fail(FAULTS[value]);
    if (value === "unwanted") return await rm(partialOf(asked), { force: true });
    await rename(partialOf(asked), placeOf(asked));
    const wanted = await changeExport(asked.id, { status: "ready" }, new Date());
    if (!wanted) await rm(placeOf(asked), { force: true });
  } catch (error) {
    const fault = storageFault(error);
    log.error({ error, fault }, "An export could not be written");
    await fail(fault);
  }
}

/** Files that nobody can ask for any more, and what a stop has left of others. */
async function clearAway(now: Date): Promise<void> {
  const kept = await keptExports(now);
  const names = await readdir(exportsFolder()).catch(() => []);
  for (const name of names) {
    if (!kept.has(path.parse(name).name)) await rm(path.join(exportsFolder(), name), { force: true });
  }
}

/** Takes an export back, written or not, with its file. */
export async function dropExport(member: Member, id: string): Promise<RemoveExportOutcome> {
  const found = await findExport(member, id);
  const outcome = await removeExport(member, id);
  if (found && outcome === "removed") await rm(placeOf(found), { force: true });
  return outcome;
}

/** Null when the file is gone, such as after a database was restored. */
export async function openExport(
  file: Pick<Export, "id" | "fileName">,
): Promise<{ bytes: number; stream: Readable } | null> {
  const found = await stat(placeOf(file)).catch(() => null);
  return found && { bytes: found.size, stream: createReadStream(placeOf(file)) };
}
