/** Lowest and highest value of an axis, in the unit of the values. */
export type Domain = readonly [low: number, high: number];

export const HUNDRED: Domain = [0, 100];

/** Where `value` stands on an axis `length` long, held within 0..length. */
export function place(value: number, [low, high]: Domain, length = 1): number {
  if (high <= low) return 0;
  return Math.min(1, Math.max(0, (value - low) / (high - low))) * length;
}

/** Round values from low to high, about `count` steps apart: 0, 25, 50, 75, 100 for a hundred and four. */
export function ticks([low, high]: Domain, count = 4): number[] {
  if (high <= low) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  const size = step ?? 10 * power;
  const first = Math.ceil(low / size - 1e-9);
  const last = Math.floor(high / size + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * size).toPrecision(12)),
  );
}

/** Which of `steps` equal parts of the axis holds `value`, 0..steps − 1; a limit belongs to the part above it. */
export function stepOf(value: number, domain: Domain = HUNDRED, steps = 5): number {
  return Math.min(steps - 1, Math.floor(place(value, domain, steps) + 1e-9));
}

/** Horizontal extent on an axis. */
export type Extent = { x: number; width: number };

/** The stretch between two values, whichever is larger. */
export function extent(from: number, to: number, domain: Domain, length: number): Extent {
  const [left, right] = [
    place(Math.min(from, to), domain, length),
    place(Math.max(from, to), domain, length),
  ];
  return { x: left, width: right - left };
}
