import "server-only";
import { posix } from "node:path";
import { BOUNDS } from "@/lib/bounds/bounds";
import { DAMAGED, NO_SHEET, NOT_A_WORKBOOK, WorkbookError } from "./workbook-error";
import { type Attributes, parseXml } from "./xml";
import type { Parts } from "./zip-parts";

/** The parts of a workbook that a table is read from; null where there is none. */
export type Contents = {
  sheet: Uint8Array;
  sharedStrings: Uint8Array | null;
  styles: Uint8Array | null;
  /** Days count from 1904 instead of 1900. */
  from1904: boolean;
};

type Relation = { id: string; type: string; part: string };

/** Of the first visible sheet. */
export async function findContents(parts: Parts): Promise<Contents> {
  const [workbook] = byType(await relationsOf(parts, ""), "officeDocument");
  // A binary workbook (.xlsb) or a document of another kind.
  if (!workbook?.part.endsWith(".xml")) throw new WorkbookError(NOT_A_WORKBOOK);
  const { sheets, from1904 } = await readWorkbookPart(await partOf(parts, workbook.part));
  const relations = await relationsOf(parts, workbook.part);
  const worksheets = byType(relations, "worksheet");
  const first = sheets
    .filter(({ visible }) => visible)
    .flatMap(({ relation }) => worksheets.filter(({ id }) => id === relation))[0];
  if (!first) throw new WorkbookError(NO_SHEET);
  const optional = async (type: string) => {
    const [relation] = byType(relations, type);
    return relation ? partOf(parts, relation.part) : null;
  };
  return {
    sheet: await partOf(parts, first.part),
    sharedStrings: await optional("sharedStrings"),
    styles: await optional("styles"),
    from1904,
  };
}

async function readWorkbookPart(bytes: Uint8Array) {
  const sheets: { visible: boolean; relation: string }[] = [];
  let from1904 = false;
  let root: string | undefined;
  await parseXml(bytes, {
    open(name, attributes) {
      root ??= name;
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const visible = (attributes.state ?? "visible") === "visible";
      sheets.push({ visible, relation: relationId(attributes) });
    },
  });
  if (root !== "workbook") throw new WorkbookError(NOT_A_WORKBOOK);
  return { sheets, from1904 };
}

function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return key === undefined ? "" : (attributes[key] ?? "");
}

/** What a part (or the whole file, by an empty name) points at. */
async function relationsOf(parts: Parts, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const bytes = await parts.read(posix.join(folder, "_rels", `${posix.basename(of)}.rels`));
  const found: Relation[] = [];
  if (!bytes) return found;
  await parseXml(bytes, {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name !== "Relationship" || id === undefined || type === undefined || target === undefined) return;
      // Joining takes the square of the length.
      if (target.length > BOUNDS.partName) throw new WorkbookError(DAMAGED);
      found.push({
        id,
        type,
        part: posix.join(target.startsWith("/") ? "" : folder, target).replace(/^\/+/, ""),
      });
    },
  });
  return found;
}

/** Types are addresses, whose beginnings differ between the kinds of the format. */
function byType(relations: readonly Relation[], type: string): Relation[] {
  return relations.filter((relation) => relation.type.endsWith(`/${type}`));
}

async function partOf(parts: Parts, name: string): Promise<Uint8Array> {
  const part = await parts.read(name);
  if (!part) throw new WorkbookError(DAMAGED);
  return part;
}
