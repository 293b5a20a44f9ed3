import { curveLinear, curveLinearClosed, lineRadial } from "d3-shape";
import { type Domain, HUNDRED, place, ticks } from "./scale";
import { estimateWidth, type Measure, wrapText } from "./text";

type Point = { x: number; y: number };

export type RadarPoint = Point & { axis: number; value: number };

export type RadarLabel = {
  lines: string[];
  /** Middle of the text; `y` is the baseline of the first line, further lines follow by `lineHeight`. */
  x: number;
  y: number;
  /** Baseline of the note under the lines. */
  noteY: number;
};

export type RadarGeometry = {
  width: number;
  height: number;
  center: Point;
  radius: number;
  lineHeight: number;
  /** Grid lines with the value they stand for, outermost last. `label` is where that value may be written. */
  rings: { value: number; path: string; label: Point }[];
  spokes: { x1: number; y1: number; x2: number; y2: number }[];
  labels: RadarLabel[];
  /** An outline per series. A null value breaks it and has no point. */
  polygons: { path: string; points: RadarPoint[] }[];
};

type Box = { x: number; y: number; width: number; height: number };

/** Between a label and the outermost ring, at least. */
const CLEARANCE = 7;

/** Between a label and the end of its axis, at most: close where there is room, farther before the radar gets small. */
const DISTANCES = [14, 30, 46] as const;

/** Share of the width a line of a label may take; the narrow ones wrap more and leave the radar more room. */
const LINE_SHARES = [0.42, 0.34, 0.27] as const;

/** Share left to a line when only breaking words makes room. */
const BROKEN_SHARE = 0.3;

/** Radius below which a radar says nothing, as a share of the width. */
const SMALLEST_SHARE = 0.2;
const GOOD_SHARE = 0.3;

function direction(axis: number, count: number): Point {
  const angle = (2 * Math.PI * axis) / count;
  return { x: Math.sin(angle), y: -Math.cos(angle) };
}

/** Whether a box around the center leaves the outermost ring free: some line parts the two. */
function isClear(
  { x, y, width, height }: Box,
  radius: number,
  ends: readonly Point[],
  normals: readonly Point[],
) {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const reach = (Math.max(...ends.map((end) => Math.abs(end.x))) || 1) * radius + CLEARANCE;
  if (Math.abs(x) - halfWidth >= reach) return true;
  if (-y - halfHeight >= radius + CLEARANCE) return true;
  const apothem = radius * Math.cos(Math.PI / ends.length) + CLEARANCE;
  return normals.some(
    (normal) =>
      x * normal.x - Math.abs(normal.x) * halfWidth + y * normal.y - Math.abs(normal.y) * halfHeight >=
      apothem,
  );
}

function distance(box: Box, point: Point): number {
  const aside = Math.max(0, Math.abs(point.x - box.x) - box.width / 2);
  const above = Math.max(0, Math.abs(point.y - box.y) - box.height / 2);
  return Math.hypot(aside, above);
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

type Size = { width: number; height: number };

/** Boxes around 0,0 beside the ends of their axes, or null when this radius leaves no room for one. */
function placeLabels(
  sizes: readonly Size[],
  radius: number,
  halfWidth: number,
  farthest: number,
): Box[] | null {
  const ends = sizes.map((_, axis) => direction(axis, sizes.length));
  const normals = sizes.map((_, axis) => direction(axis + 0.5, sizes.length));
  const boxes: Box[] = [];
  for (const [axis, size] of sizes.entries()) {
    const toward = ends[axis] ?? { x: 0, y: -1 };
    const end = { x: toward.x * radius, y: toward.y * radius };
    const limit = halfWidth - size.width / 2;
    const vertical = toward.y > 0.01 ? 1 : -1;
    let found: Box | null = null;
    for (let away = 0; away <= farthest + size.width && !found; away += 2) {
      const wanted = toward.x * (radius + away);
      const x = Math.min(limit, Math.max(-limit, wanted));
      // What the edge keeps it from going aside, it goes up or down.
      const y = toward.y * (radius + away) + vertical * Math.abs(wanted - x);
      const box = { x, y, ...size };
      if (isClear(box, radius, ends, normals)) found = box;
    }
    if (!found || distance(found, end) > farthest) return null;
    if (boxes.some((other) => overlap(other, found))) return null;
    boxes.push(found);
  }
  return boxes;
}

type Wrapping = { lines: string[][]; sizes: Size[] };

type Fit = { lines: string[][]; radius: number; boxes: Box[] };

/** By halving: a smaller radius leaves more room, near enough. */
function largestFit(wrappings: readonly Wrapping[], width: number, farthest: number): Fit | null {
  let best: Fit | null = null;
  for (const { lines, sizes } of wrappings) {
    let [fits, fails] = [
      Math.floor(best?.radius ?? width * SMALLEST_SHARE),
      Math.round(width / 2) - CLEARANCE,
    ];
    while (fails - fits > 1) {
      const radius = Math.ceil((fits + fails) / 2);
      const boxes = placeLabels(sizes, radius, width / 2, farthest);
      if (boxes) best = { lines, radius, boxes };
      if (boxes) fits = radius;
      else fails = radius;
    }
  }
  return best;
}

/** More or longer labels than fit: whole, inside the width, though they may touch. */
function crowded({ lines, sizes }: Wrapping, width: number): Fit {
  const radius = Math.round(width * SMALLEST_SHARE);
  const boxes = sizes.map((size, axis) => {
    const toward = direction(axis, sizes.length);
    const limit = (width - size.width) / 2;
    return {
      x: Math.min(limit, Math.max(-limit, toward.x * radius * 1.5)),
      y: toward.y * (radius * 1.2 + size.height / 2),
      ...size,
    };
  });
  return { lines, radius, boxes };
}

/** The labels close to their axes where that leaves a good radius, else farther off, else crowded. */
function fitLabels(
  axes: readonly string[],
  notes: readonly string[] | undefined,
  width: number,
  lineHeight: number,
  measure: Measure,
): Fit {
  const widest = width * LINE_SHARES[0];
  const longestWord = Math.max(...axes.flatMap((axis) => axis.split(/\s+/)).map(measure));
  const wrap = (room: number): Wrapping => {
    const lines = axes.map((axis) => wrapText(axis, room, measure));
    const sizes = lines.map((label, index) => ({
      width: Math.max(...label.map(measure), measure(notes?.[index] ?? "")),
      height: (label.length + (notes ? 1 : 0)) * lineHeight,
    }));
    return { lines, sizes };
  };
  const rooms = LINE_SHARES.map((share) => Math.min(widest, Math.max(width * share, longestWord)));
  const wrappings = [...new Set(rooms)].map(wrap);
  const fits: Fit[] = [];
  for (const farthest of DISTANCES) {
    const fit = largestFit(wrappings, width, farthest);
    if (fit && fit.radius >= width * GOOD_SHARE) return fit;
    if (fit) fits.push(fit);
  }
  fits.sort((a, b) => b.radius - a.radius);
  if (fits[0]) return fits[0];
  const broken = wrap(width * BROKEN_SHARE);
  return largestFit([broken], width, DISTANCES[2]) ?? crowded(broken, width);
}

/** A null value breaks the outline: it then begins after the gap and stays open. */
function outline(values: readonly (number | null)[], radiusOf: (value: number) => number): string {
  const gap = values.indexOf(null);
  const order = values.map((_, index) => (index + gap + 1) % values.length);
  const draw = lineRadial<number>()
    .angle((axis) => (2 * Math.PI * axis) / values.length)
    .radius((axis) => radiusOf(values[axis] ?? 0))
    .defined((axis) => values[axis] !== null)
    .curve(gap === -1 ? curveLinearClosed : curveLinear)
    .digits(2);
  return draw(gap === -1 ? values.map((_, index) => index) : order) ?? "";
}

/**
 * A radar over at least three axes, the first upward, then clockwise, in the order given. The radius is the largest
 * that leaves every label whole inside `width`; the height follows. All paths are around `center`.
 */
export function radarGeometry({
  axes,
  notes,
  series,
  width,
  domain = HUNDRED,
  fontSize = 14,
  measure = estimateWidth(fontSize),
}: {
  axes: readonly string[];
  /** One short line under each label, such as a value. */
  notes?: readonly string[];
  series: readonly (readonly (number | null)[])[];
  width: number;
  domain?: Domain;
  fontSize?: number;
  measure?: Measure;
}): RadarGeometry {
  const count = axes.length;
  const lineHeight = Math.round(fontSize * 1.25);
  const { lines: texts, radius, boxes: placed } = fitLabels(axes, notes, width, lineHeight, measure);

  const top = Math.min(-radius, ...placed.map((box) => box.y - box.height / 2));
  const bottom = Math.max(radius * Math.cos(Math.PI / count), ...placed.map((box) => box.y + box.height / 2));
  const center = { x: width / 2, y: Math.ceil(-top) + 2 };
  const radiusOf = (value: number) => place(value, domain, radius);
  const ends = axes.map((_, axis) => direction(axis, count));

  return {
    width,
    height: center.y + Math.ceil(bottom) + 2,
    center,
    radius,
    lineHeight,
    rings: ticks(domain)
      .slice(1)
      .map((value) => ({
        value,
        path: outline(Array(count).fill(value), radiusOf),
        label: { x: center.x, y: center.y - radiusOf(value) },
      })),
    spokes: ends.map(({ x, y }) => ({
      x1: center.x,
      y1: center.y,
      x2: center.x + x * radius,
      y2: center.y + y * radius,
    })),
    labels: placed.map((box, axis) => {
      const lines = texts[axis] ?? [];
      const y = center.y + box.y - box.height / 2 + fontSize;
      return { lines, x: center.x + box.x, y, noteY: y + lines.length * lineHeight };
    }),
    polygons: series.map((values) => ({
      path: outline(values, radiusOf),
      points: values.flatMap((value, axis) => {
        const toward = ends[axis];
        if (value === null || !toward) return [];
        const away = radiusOf(value);
        return [{ axis, value, x: center.x + toward.x * away, y: center.y + toward.y * away }];
      }),
    })),
  };
}
