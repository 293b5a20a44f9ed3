/** What a figure of ours may be, as a multiple of the one beside it. */
export type Bar = { atMost: number } | { atLeast: number };

export type Comparison = {
  name: string;
  ours: number;
  unit: string;
  /** The peer, the floor or the limit, measured in the same run where it can be. */
  beside: number;
  besideName: string;
  bar: Bar;
};

export type Judged = Omit<Comparison, "bar"> & { ratio: number; bar: string; holds: boolean };

export function judge({ bar, ...figures }: Comparison): Judged {
  const ratio = figures.ours / figures.beside;
  return "atMost" in bar
    ? { ...figures, ratio, bar: `≤ ${bar.atMost}`, holds: ratio <= bar.atMost }
    : { ...figures, ratio, bar: `≥ ${bar.atLeast}`, holds: ratio >= bar.atLeast };
}

/** The same figure against a number that does not depend on the machine's neighbours. */
export function within(
  limit: number,
  { name, ours, unit }: Pick<Comparison, "name" | "ours" | "unit">,
): Comparison {
  return { name, ours, unit, beside: limit, besideName: "limit", bar: { atMost: 1 } };
}
