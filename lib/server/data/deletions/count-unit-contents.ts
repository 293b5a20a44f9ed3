import "server-only";
import { TABLE_KEYS } from "@/lib/organization-file/tables";
import { noContents, type UnitContents } from "@/lib/organization-file/unit-contents";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { inPieces } from "../../db/pieces";
import { OWNED_TABLES } from "../tables";
import { idsOfSubtree } from "./ids-of-subtree";

/** What goes when a unit is deleted. Null when it is not there. */
export async function countUnitContents(member: Member, id: string): Promise<UnitContents | null> {
  const ids = await idsOfSubtree(member, id, db);
  if (!ids) return null;
  const contents = noContents();
  for (const piece of inPieces(ids)) {
    for (const key of TABLE_KEYS) {
      const counts: Partial<UnitContents> = await OWNED_TABLES[key].count(member, piece, db);
      for (const [what, count] of Object.entries(counts)) contents[what as keyof UnitContents] += count;
    }
  }
  return contents;
}
