import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE, type UploadedFile } from "@/lib/import/upload";
import { firstOf } from "@/lib/text/length";
import { wellFormed } from "@/lib/text/well-formed";
import { looksLikeWorkbook } from "./workbook/package-parts";
import { readWorkbook } from "./workbook/read-workbook";

/** Each may take a second and 200 MB to unpack. */
const WORKBOOKS_MAX = 10;

const NO_TEXT =
  "Not a text file in UTF-8. Save it again as UTF-8 (in Excel: CSV UTF-8), or as a workbook (.xlsx).";

type Read<Value> = { value: Value; fault?: undefined } | { value?: undefined; fault: string };

/** A file as it is stored: text, or the rows of a workbook. A fault is a sentence that names the file. */
export async function readUploadedFile(file: File): Promise<Read<UploadedFile>> {
  const name = firstOf(wellFormed(file.name), 200);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (looksLikeWorkbook(bytes)) {
    const { rows, fault } = await readWorkbook(bytes);
    return rows ? { value: { name, rows } } : { fault: `${name}: ${fault}` };
  }
  const text = decoded(bytes);
  if (text === null) return { fault: `${name}: ${NO_TEXT}` };
  return { value: { name, text } };
}

/** All of them, or the first fault; together not more than an upload may hold, also when unpacked. */
export async function readUploadedFiles(files: readonly File[]): Promise<Read<UploadedFile[]>> {
  const value: UploadedFile[] = [];
  let workbooks = 0;
  let bytes = 0;
  for (const file of files) {
    const { value: read, fault } = await readUploadedFile(file);
    if (!read) return { fault };
    if (read.rows) workbooks += 1;
    if (workbooks > WORKBOOKS_MAX) return { fault: `At most ${WORKBOOKS_MAX} workbooks at once.` };
    bytes += Buffer.byteLength(read.rows ? JSON.stringify(read.rows) : read.text);
    if (bytes > BOUNDS.uploadBytes) return { fault: TOO_LARGE };
    value.push(read);
  }
  return { value };
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
