import "server-only";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { BOUNDS } from "@/lib/bounds/bounds";
import { formatBytes } from "@/lib/format/bytes";
import { DAMAGED, NOT_A_WORKBOOK, PROTECTED, tooMuch, WorkbookError } from "./workbook-error";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** A file of the old kind, which a new one becomes inside when it has a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const STORED = 0;
const DEFLATED = 8;

const beginsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** By the bytes, as names promise nothing. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, ZIP) || beginsWith(bytes, OLE);
}

/** The parts of a file by name; undefined for one that is not there. */
export type Parts = { read(name: string): Promise<Uint8Array | undefined> };

/** Looks at the directory of the file only, so that a zip bomb is refused before anything is unpacked. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  if (beginsWith(bytes, OLE)) throw new WorkbookError(PROTECTED);
  if (!beginsWith(bytes, ZIP)) throw new WorkbookError(NOT_A_WORKBOOK);
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    damaged,
  );
  const entries = await entriesOf(zip, bytes.length);
  return {
    async read(name) {
      const entry = entries.get(keyOf(name));
      return entry && unpack(zip, entry, bytes);
    },
  };
}

/** Names differ in case only by mistake. */
const keyOf = (name: string) => name.toLowerCase();

async function entriesOf(zip: ZipFile, fileBytes: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > BOUNDS.workbookParts) throw tooMuch(`${BOUNDS.workbookParts} parts`);
  const entries = new Map<string, Entry>();
  const directory = zip.eachEntry();
  let unpacked = 0;
  for (;;) {
    const { value: entry, done } = await directory.next().catch(damaged);
    if (done) return entries;
    if (entry.isEncrypted()) throw new WorkbookError(PROTECTED);
    unpacked += entry.uncompressedSize;
    if (unpacked > BOUNDS.unpackedBytes) throw tooMuch(`${formatBytes(BOUNDS.unpackedBytes)} when unpacked`);
    if (unpacked > fileBytes * BOUNDS.unpackedRatio)
      throw tooMuch(`${BOUNDS.unpackedRatio} times its size when unpacked`);
    entries.set(keyOf(entry.fileName), entry);
  }
}

/** Never more bytes than the directory says, whatever is packed. */
async function unpack(zip: ZipFile, entry: Entry, file: Uint8Array): Promise<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(damaged);
  const packed = file.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const part = await unpacked(packed, entry);
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw new WorkbookError(DAMAGED);
  return part;
}

async function unpacked(
  packed: Uint8Array,
  { compressionMethod, uncompressedSize }: Entry,
): Promise<Uint8Array> {
  if (compressionMethod === STORED) return packed;
  if (compressionMethod !== DEFLATED) throw new WorkbookError(DAMAGED);
  if (uncompressedSize === 0) return new Uint8Array();
  return promisify(inflateRaw)(packed, { maxOutputLength: uncompressedSize }).catch(damaged);
}

function damaged(): never {
  throw new WorkbookError(DAMAGED);
}
