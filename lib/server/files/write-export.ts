import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Member } from "../auth/member";
import { changeExport, type Export } from "../data/exports";
import { exportOrganization } from "../data/organization-export";
import { readSnapshot } from "../db/snapshot";
import { exportsFolder, partialOf } from "../storage/export-places";
import { renderComparison } from "./comparison-file";

const TELL_EVERY_MS = 250;

type Asked = { export: Export & { member: Member }; now: Date };

/** `unwanted`: it was removed meanwhile. `nothing-fits`: no unit fits the view of the comparison any more. */
export type WrittenExport = "written" | "unwanted" | "nothing-fits";

/** Writes the partial file of an export; how far it is stands in its row now and then. */
export async function writeExport({ export: asked, now }: Asked): Promise<WrittenExport> {
  await mkdir(exportsFolder(), { recursive: true });
  try {
    if (asked.comparison) return await writeComparison(asked, now);
    await writeEverything(asked);
    return "written";
  } catch (error) {
    if (error instanceof Unwanted) return "unwanted";
    throw error;
  }
}

class Unwanted extends Error {}

function writeEverything(asked: Asked["export"]): Promise<void> {
  return readSnapshot(async (tx) => {
    const { progress, wanted } = followed(asked.id);
    const content = exportOrganization(asked.member, tx, progress);
    await pipeline(wanted(content), createWriteStream(partialOf(asked)));
  });
}

async function writeComparison(asked: Asked["export"], now: Date): Promise<WrittenExport> {
  const { progress, wanted } = followed(asked.id);
  const { member, comparison } = asked;
  const content = comparison && (await renderComparison(member, comparison, now, progress));
  if (!content) return "nothing-fits";
  await pipeline(content, wanted, createWriteStream(partialOf(asked)));
  return "written";
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
        if (!(await changeExport(id, counted, new Date()))) throw new Unwanted();
        told = Date.now();
      }
    },
  };
}
