import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Member } from "./auth/member";
import {
  changeExport,
  keptExports,
  nextExport,
  type RemoveExportOutcome,
  removeExport,
} from "./data/exports";
import { exportOrganization } from "./data/organization-export";
import { readSnapshot } from "./db/snapshot";
import { readEnv } from "./env";
import { log } from "./log";
import { processState } from "./process-state";
import { storageFault } from "./storage-fault";

/** Files of everything are written one after the other, beside the requests of people, and again after a stop. */

const TELL_EVERY_MS = 250;

const folder = () => path.join(path.dirname(readEnv().databaseFile), "exports");
const fileOf = (id: string) => path.join(/* turbopackIgnore: true */ folder(), `${id}.json`);

/** Writes all that waits, after what is being written now. */
export function writeExports(): Promise<void> {
  processState.exporting = processState.exporting.then(writeAll);
  return processState.exporting;
}

async function writeAll(): Promise<void> {
  try {
    await clearAway(new Date());
    for (let next = await nextExport(); next && !processState.stopping; next = await nextExport()) {
      await writeOne(next);
    }
  } catch (error) {
    log.error({ error, fault: storageFault(error) }, "Exports cannot be written; the next one tries again");
  }
}

async function writeOne({ id, member }: { id: string; member: Member }): Promise<void> {
  const partial = `${fileOf(id)}.partial`;
  try {
    await mkdir(folder(), { recursive: true });
    await readSnapshot(async (tx) => {
      const { progress, wanted } = followed(id);
      const text = exportOrganization(member, tx, progress);
      await pipeline(wanted(text), createWriteStream(partial));
    });
    await rename(partial, fileOf(id));
    const wanted = await changeExport(id, { status: "ready" }, new Date());
    if (!wanted) await rm(fileOf(id), { force: true });
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (error instanceof Removed) return;
    log.error({ error, fault: storageFault(error) }, "An export could not be written");
    await changeExport(id, { status: "failed", fault: storageFault(error) }, new Date());
  }
}

class Removed extends Error {}

/** Passes text on, tells now and then how far it is, and ends when nobody wants it any more. */
function followed(id: string) {
  let counted = { done: 0, total: 0 };
  let told = 0;
  return {
    progress: (done: number, total: number) => {
      counted = { done, total };
    },
    async *wanted(text: AsyncIterable<string>) {
      for await (const piece of text) {
        yield piece;
        if (Date.now() - told < TELL_EVERY_MS) continue;
        if (!(await changeExport(id, counted, new Date()))) throw new Removed();
        told = Date.now();
      }
    },
  };
}

/** Files that nobody can ask for any more, and what a stop has left of others. */
async function clearAway(now: Date): Promise<void> {
  const kept = await keptExports(now);
  const names = await readdir(folder()).catch(() => []);
  for (const name of names) {
    if (!kept.has(path.basename(name, ".json"))) await rm(path.join(folder(), name), { force: true });
  }
}

/** Takes an export back, written or not, with its file. */
export async function dropExport(member: Member, id: string): Promise<RemoveExportOutcome> {
  const outcome = await removeExport(member, id);
  if (outcome === "removed") await rm(fileOf(id), { force: true });
  return outcome;
}

/** Null when the file is gone, such as after a database was restored. */
export async function openExport(id: string): Promise<{ bytes: number; stream: Readable } | null> {
  const found = await stat(fileOf(id)).catch(() => null);
  return found && { bytes: found.size, stream: createReadStream(fileOf(id)) };
}
