import { firstOf } from "@/lib/text/length";
import "server-only";
import { DAY_MS } from "@/lib/time/days";
import { unescaped } from "./text-of";
import { DAMAGED, WorkbookError } from "./workbook-error";

/** As the sheet holds it: `value` is null where there is none, `inline` the text that stands in the cell itself. */
export type Cell = {
  reference: string;
  type: string;
  style: number;
  formula: boolean;
  value: string | null;
  inline: string;
};

export type Lookup = { strings: readonly string[]; days: readonly boolean[]; from1904: boolean };

/** Numbers as decimals, days as `2026-11-27`, booleans as yes and no, text as it is. */
export function cellText(cell: Cell, { strings, days, from1904 }: Lookup): string {
  const { reference, type, value } = cell;
  if (type === "inlineStr") return cell.inline;
  if (value === null) {
    if (!cell.formula) return "";
    throw new WorkbookError(
      `Cell ${reference} holds a formula without its result. Open the workbook in a spreadsheet program and save it again.`,
    );
  }
  switch (type) {
    case "s":
      return sharedText(strings, value);
    case "str":
      return unescaped(value);
    case "b":
      return value === "1" ? "yes" : "no";
    case "e":
      throw new WorkbookError(
        `Cell ${reference} holds the error ${firstOf(value, 20)}. Correct it, or empty the cell.`,
      );
    case "d":
      return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value;
    default:
      return numberText(value, days[cell.style] ?? false, from1904);
  }
}

function sharedText(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new WorkbookError(DAMAGED);
  return text;
}

/** The 15 digits that a spreadsheet shows of a number; without an exponent. */
const decimal = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumSignificantDigits: 15,
  signDisplay: "negative",
});

/** What is written as a decimal already, as nearly all numbers are. */
const DECIMAL = /^-?[1-9]\d{0,6}(\.\d{0,6}[1-9])?$/;

function numberText(value: string, isDay: boolean, from1904: boolean): string {
  if (!isDay && DECIMAL.test(value)) return value;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  return (isDay && dayText(number, from1904)) || decimal.format(number);
}

/** Days from 1 on to the end of 9999. Null outside, where a spreadsheet knows no day either. */
function dayText(serial: number, from1904: boolean): string | null {
  // The count from 1900 has a 29 February 1900 that never was: 60.
  const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0);
  if (serial < 1 || days > 2_958_465) return null;
  return new Date((days - 25_569) * DAY_MS).toISOString().slice(0, 10);
}
