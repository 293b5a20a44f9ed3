import type { Tone } from "../scoring/tones";

/** A report as blocks: what it says, not how it is drawn. One renderer serves every report. */

/** `tone` marks how bad something is, `step` 0–4 how far it has come: the two scales of the charts. */
export type Cell = string | { text: string; tone: Tone } | { text: string; step: number };

export type Column = {
  title: string;
  /** Share of the width, relative to the other columns. */
  share: number;
  numeric?: boolean;
};

export type TableBlock = {
  kind: "table";
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};

export type Fact = { label: string; value: string; note?: string };

type Figure = {
  /** The finding, as a sentence. */
  title: string;
  /** What the figure shows, for those who do not see it. */
  alt: string;
};

export type BarRow = {
  label: string;
  value: number | null;
  target?: number | null;
  low?: number | null;
  high?: number | null;
};

export type RadarBlock = Figure & {
  kind: "radar";
  axes: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
};

export type BarsBlock = Figure & { kind: "bars"; rows: readonly BarRow[]; targetName?: string };

export type WaterfallBlock = Figure & {
  kind: "waterfall";
  start: { label: string; value: number };
  steps: readonly { label: string; value: number }[];
  end: string;
};

export type MatrixBlock = Figure & {
  kind: "matrix";
  /** From the top row down. */
  rows: readonly string[];
  columns: readonly string[];
  rowTitle: string;
  columnTitle: string;
  cells: readonly (readonly { text: string; tone: Tone }[])[];
};

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; items: readonly Fact[] }
  | TableBlock
  | RadarBlock
  | BarsBlock
  | WaterfallBlock
  | MatrixBlock;

export type Section = { title: string; blocks: readonly Block[] };

export type ReportDocument = {
  title: string;
  subtitle: string;
  /** The answer in a few words, large on the cover. */
  headline: string;
  cover: readonly Fact[];
  /** Repeated at the foot of each page. */
  footer: string;
  sections: readonly Section[];
};
