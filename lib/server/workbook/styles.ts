import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { tooMuch } from "./workbook-error";
import { parseXml } from "./xml";

/** Whether each style of cells, from 0, shows a number as a day. */
export async function readDayStyles(bytes: Uint8Array | null): Promise<boolean[]> {
  const days: boolean[] = [];
  if (!bytes) return days;
  const own = new Map<string, boolean>();
  let ofCells = false;
  await parseXml(bytes, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (own.size > BOUNDS.cellStyles || days.length > BOUNDS.cellStyles)
        throw tooMuch(`${BOUNDS.cellStyles} styles`);
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

/** Quotes, escapes, fillers and brackets, but of elapsed hours. No bracket within one: else each `[` of many is read to the end. */
const NO_PLACEHOLDER = /"[^"]*"|\[(?!h+\]|s+\])[^[\]]*\]|[\\_*]./gi;

/** A format with a day, month or year in it. */
function showsDay(format: string): boolean {
  const [first = ""] = format.slice(0, BOUNDS.numberFormat).replace(NO_PLACEHOLDER, "").split(";");
  return /[yd]|mmm/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
}
