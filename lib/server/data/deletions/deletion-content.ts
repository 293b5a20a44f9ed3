import "server-only";
import { type FileLists, type FileRows, forEachTable, type TableKey } from "@/lib/organization-file/tables";
import type { Member } from "../../auth/member";
import type { Prisma } from "../../db/generated/client";
import { inPieces } from "../../db/pieces";
import type { Transaction } from "../../db/transaction";
import { OWNED_TABLES } from "../tables";
import type { Chosen, OwnedTable } from "../tables/owned-table";

/** What was deleted, as it is kept: in the shapes of the organization's file, with the ids of its frameworks. */
export type Content = { [Key in TableKey]: FileRows[Key][] } & { frameworkVersionIds: string[] };

export const emptyContent = (): Content => ({
  ...forEachTable((): never[] => []),
  frameworkVersionIds: [],
});

/** What was deleted before there was one of the tables holds nothing of it. */
export function readContent(content: Prisma.JsonValue): FileLists & Pick<Content, "frameworkVersionIds"> {
  return { ...emptyContent(), ...(content as unknown as Partial<Content>) };
}

/** Moves rows out of a table into `content`. */
export async function takeOut<Key extends TableKey>(
  key: Key,
  { member, chosen, content }: { member: Member; chosen: Chosen; content: Content },
  tx: Transaction,
): Promise<void> {
  const table: OwnedTable<Key> = OWNED_TABLES[key];
  const lists: { [Key in TableKey]: FileRows[Key][] } = content;
  const versions = new Set(content.frameworkVersionIds);
  for (const piece of piecesOf(chosen)) {
    for await (const { row, frameworkVersionId } of table.read(member, tx, piece)) {
      lists[key].push(row);
      if (frameworkVersionId !== null) versions.add(frameworkVersionId);
    }
  }
  content.frameworkVersionIds = [...versions];
  // Read whole before anything goes: what is taken out loses what it points to.
  for (const piece of piecesOf(chosen)) await table.remove(member, piece, tx);
}

/** As many as one statement takes. */
function piecesOf(chosen: Chosen): Chosen[] {
  return "units" in chosen
    ? inPieces(chosen.units).map((units) => ({ units }))
    : inPieces(chosen.ids).map((ids) => ({ ids }));
}
