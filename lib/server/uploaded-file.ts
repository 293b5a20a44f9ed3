import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE, type UploadedFile } from "@/lib/import/upload";
import { firstOf } from "@/lib/text/length";
import { wellFormed } from "@/lib/text/well-formed";
import { looksLikeWorkbook } from "./workbook/package-parts";
import { readWorkbook } from "./workbook/read-workbook";

/** Each may take a second and 200 MB to unpack. */
const WORKBOOKS_MAX = 10;

type Read<Value> = { value: Value; fault?: undefined } | { value?: undefined; fault: string };

/** A file as it is stored: text, or the rows of a workbook. A fault is a sentence that names the file. */
export async function readUploadedFile(file: File): Promise<Read<UploadedFile>> {
  const name = firstOf(wellFormed(file.name), 200);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (looksLikeWorkbook(bytes)) {
    const { rows, fault } = await readWorkbook(bytes);
    return rows ? { value: { name, rows } } : { fault: `${name}: ${fault}` };
  }
  const text = utf8(bytes);
  if (text === null) return { fault: `${name}: Not a text file in UTF-8. Export or save it again as UTF-8.` };
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
    bytes += read.rows ? Buffer.byteLength(JSON.stringify(read.rows)) : file.size;
    if (bytes > BOUNDS.uploadBytes) return { fault: TOO_LARGE };
    value.push(read);
  }
  return { value };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
