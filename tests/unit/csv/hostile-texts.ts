import fc from "fast-check";

export const SEPARATORS = [",", ";", "\t"];

/** How a cell begins that a spreadsheet runs, or makes such a one of. */
export const RUN = /^[=+\-@\t\r]/;

/** Texts that hold what parts cells and rows, and what begins a formula. */
export const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ";", ",", "\t", "\r", "\n", " ", "x"),
    maxLength: 10,
  }),
);

/** Each begins a cell under one separator or another. */
export const HOSTILE = [
  "x;=1+1;y",
  "x\t=1+1",
  "a\n=1+1",
  "a\r\n@SUM(1)",
  '",=1+1',
  'a";=1+1',
  'x;"=1+1',
  'x;"";-1',
  "x;",
  'x;"',
  "x\t",
  "=1+1",
  "'=1+1",
  "''=x",
  "=note",
  "_x0041_ text",
  "_x0041_x0042_",
  "-5",
  "\tled",
  "+1; =2",
];
