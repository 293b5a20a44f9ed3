import type { Comparison } from "../comparison";

export type Row = { name: string; measure: () => Promise<Comparison[]> };
