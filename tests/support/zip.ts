import { crc32, deflateRawSync } from "node:zlib";

/** An entry as it is packed, so that its directory can say anything. */
export type ZipEntry = {
  name: string;
  /** What stands in the file, deflated. */
  packed: Uint8Array;
  /** What the directory says of it. */
  size: number;
  crc: number;
  encrypted?: boolean;
};

export function entry(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

const MEGABYTE = 1_000_000;

/** Zeros for a thousandth of their size: a megabyte that was deflated once, again and again. */
export function zeros(name: string, megabytes: number): ZipEntry {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: 3 });
  const end = Buffer.from([3, 0]);
  const packed = Buffer.concat([...Array.from({ length: megabytes }, () => one), end]);
  return { name, packed, size: megabytes * MEGABYTE, crc: 0 };
}

/** `shared`: every entry of the directory points at the bytes of the first, as the bombs that overlap do. */
export function zip(entries: readonly ZipEntry[], { shared = false } = {}): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, one] of entries.entries()) {
    const at = shared ? 0 : offset;
    directory.push(directoryRecord(one, at));
    if (shared && index > 0) continue;
    const file = Buffer.concat([fileHeader(one), one.packed]);
    files.push(file);
    offset += file.length;
  }
  const records = Buffer.concat(directory);
  return Buffer.concat([...files, records, endRecord(entries.length, records.length, offset)]);
}

function common({ name, packed, size, crc, encrypted = false }: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(encrypted ? 1 : 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function fileHeader(one: ZipEntry): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), common(one), Buffer.from(one.name)]);
}

function directoryRecord(one: ZipEntry, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common(one), rest, Buffer.from(one.name)]);
}

function endRecord(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
