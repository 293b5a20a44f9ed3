import "server-only";
import { parseXml } from "./xml";

/** Whether each style of cells, from 0, shows a number as a day. */
export async function readDayStyles(bytes: Uint8Array | null): Promise<boolean[]> {
  const days: boolean[] = [];
  if (!bytes) return days;
  const own = new Map<string, boolean>();
  let ofCells = false;
  await parseXml(bytes, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") own.set(numFmtId, showsDay(formatCode));
      else if (name === "cellXfs") ofCells = true;
      else if (name === "xf" && ofCells) days.push(own.get(numFmtId) ?? DAY_FORMATS.test(numFmtId));
    },
    close(name) {
      if (name === "cellXfs") ofCells = false;
    },
  });
  return days;
}

/** Formats that every program knows by number (ECMA-376, part 1, 18.8.30); the others of them are times and figures. */
const DAY_FORMATS = /^(1[4-7]|22|2[7-9]|3[01456]|5[0-8])$/;

/** A format with a day, month or year in it, outside of quotes, escapes, fillers and brackets (which also hold elapsed hours). */
function showsDay(format: string): boolean {
  const [first = ""] = format.replace(/"[^"]*"|\[(?!h+\]|s+\])[^\]]*\]|[\\_*]./gi, "").split(";");
  return /[yd]|mmm/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
}
