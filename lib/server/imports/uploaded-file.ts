import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE, type UploadedFile } from "@/lib/import/upload";
import { firstOf } from "@/lib/text/length";
import { wellFormed } from "@/lib/text/well-formed";
import { readWorkbook } from "../workbook/read-workbook";
import { looksLikeWorkbook } from "../workbook/zip-parts";

const NO_TEXT =
  "Not a text file in UTF-8. Save it again as UTF-8 (in Excel: CSV UTF-8), or as a workbook (.xlsx).";

/** A file as it is kept: text, or the rows of a workbook, or why it is neither. */
export async function readUploadedFile(file: File): Promise<UploadedFile> {
  const name = firstOf(wellFormed(file.name), BOUNDS.fileName);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (looksLikeWorkbook(bytes)) return { name, ...(await readWorkbook(bytes)) };
  const text = decoded(bytes);
  return text === null ? { name, fault: NO_TEXT } : { name, text };
}

/** Together they are not more than an upload may hold, also when unpacked: what is too much has that as its fault. */
export async function readUploadedFiles(files: readonly File[]): Promise<UploadedFile[]> {
  const all: UploadedFile[] = [];
  let workbooks = 0;
  let bytes = 0;
  for (const file of files) {
    const read = await readUploadedFile(file);
    if (read.rows) workbooks += 1;
    bytes += Buffer.byteLength(read.rows ? JSON.stringify(read.rows) : (read.text ?? ""));
    if (workbooks > BOUNDS.workbooks) {
      return [...all, { name: read.name, fault: `At most ${BOUNDS.workbooks} workbooks at once.` }];
    }
    if (bytes > BOUNDS.uploadBytes) return [...all, { name: read.name, fault: TOO_LARGE }];
    all.push(read);
  }
  return all;
}

/** UTF-16 by its mark, as the Unicode text of Excel has it; without the mark nobody can tell it for certain. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (!marked && (first === 0 || second === 0)) return null;
  try {
    return new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
