import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import type { Member } from "./auth/member";
import {
  changeExport,
  type Export,
  findExport,
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
import { renderComparison } from "./report/comparison-file";
import { storageFault } from "./storage-fault";

/** Files that were asked for are written one after the other, beside the requests of people, and again after a stop. */

const TELL_EVERY_MS = 250;

/** Most files are written by then: the page that follows has them at once. */
const WAIT_MS = 1000;

type File = Pick<Export, "id" | "fileName">;

const folder = () => path.join(path.dirname(readEnv().databaseFile), "exports");
const fileOf = ({ id, fileName }: File) =>
  path.join(/* turbopackIgnore: true */ folder(), `${id}${path.extname(fileName)}`);

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
    await clearAway(new Date());
    for (let next = await nextExport(); next && !processState.stopping; next = await nextExport()) {
      await writeOne(next);
    }
  } catch (error) {
    log.error({ error, fault: storageFault(error) }, "Exports cannot be written; the next one tries again");
  }
}

async function writeOne(asked: NonNullable<Awaited<ReturnType<typeof nextExport>>>): Promise<void> {
  const { id } = asked;
  const partial = `${fileOf(asked)}.partial`;
  try {
    await mkdir(folder(), { recursive: true });
    await (asked.comparison ? writeComparison(asked, partial) : writeEverything(asked, partial));
    await rename(partial, fileOf(asked));
    const wanted = await changeExport(id, { status: "ready" }, new Date());
    if (!wanted) await rm(fileOf(asked), { force: true });
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (error instanceof Removed) return;
    const fault = error instanceof NothingFits ? error.message : storageFault(error);
    if (!(error instanceof NothingFits)) log.error({ error, fault }, "An export could not be written");
    await changeExport(id, { status: "failed", fault }, new Date());
  }
}

class Removed extends Error {}
class NothingFits extends Error {}

function writeEverything({ id, member }: { id: string; member: Member }, file: string): Promise<void> {
  return readSnapshot(async (tx) => {
    const { progress, wanted } = followed(id);
    await pipeline(wanted(exportOrganization(member, tx, progress)), createWriteStream(file));
  });
}

async function writeComparison(asked: Export & { member: Member }, file: string): Promise<void> {
  if (!asked.comparison) return;
  const { progress, wanted } = followed(asked.id);
  const content = await renderComparison(asked.member, asked.comparison, new Date(), progress);
  if (!content) throw new NothingFits("no unit fits these filters any more");
  await pipeline(content, wanted, createWriteStream(file));
}

/** Passes content on, tells now and then how far it is, and ends when nobody wants it any more. */
function followed(id: string) {
  let counted = { done: 0, total: 0 };
  let told = 0;
  return {
    progress: (done: number, total: number) => {
      counted = { done, total };
    },
    async *wanted(content: AsyncIterable<string | Uint8Array>) {
      for await (const piece of content) {
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
    if (!kept.has(path.parse(name).name)) await rm(path.join(folder(), name), { force: true });
  }
}

/** Takes an export back, written or not, with its file. */
export async function dropExport(member: Member, id: string): Promise<RemoveExportOutcome> {
  const found = await findExport(member, id);
  const outcome = await removeExport(member, id);
  if (found && outcome === "removed") await rm(fileOf(found), { force: true });
  return outcome;
}

/** Null when the file is gone, such as after a database was restored. */
export async function openExport(file: File): Promise<{ bytes: number; stream: Readable } | null> {
  const found = await stat(fileOf(file)).catch(() => null);
  return found && { bytes: found.size, stream: createReadStream(fileOf(file)) };
}
