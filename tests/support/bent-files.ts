import fc from "fast-check";
import { TABLE_KEYS, type TableKey } from "@/lib/organization-file/tables";

/** What a person, a program or somebody hostile may do to one place of a JSON file. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

/** Written as it stands between the marks: JSON has numbers that no value of the language keeps. */
const raw = (text: string) => `\u0001${text}\u0002`;

const EXTREMES: Json[] = [
  ...[0, 1, -1, 0.5, 1e15, 1e308, -1e308, 5e-324, 2 ** 53 - 1, 2 ** 31, 105, 209, 1000],
  ...[raw("-0"), raw("1e400")],
];
export const HOSTILE: readonly string[] = [
  ...[
    "",
    " ",
    "x".repeat(10_000),
    "x".repeat(150),
    "a\n".repeat(1000),
    "a\r\nb",
    "a\rb",
    "\ud800",
    "\udc00b",
  ],
  ...["a\ufffeb", "a\uffff", "\u0000", "\u0001", "\u001b[31m", "\u200b", "\u2028", "\u202ecod.exe"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "=1+1",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\u{20000}".repeat(80),
  ],
  ...["e\u0301".repeat(50), "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}".repeat(20), "\u0f40\u0f90".repeat(40)],
];
export const DAYS: readonly string[] = [
  ...["0001-01-01", "0099-06-01", "1899-12-31", "1900-01-01", "2200-12-31", "2201-01-01", "9999-12-31"],
  ...["2026-02-30", "-000001-01-01", "+010000-01-01", "today"],
];
const TIMES = DAYS.map((day) => `${day}T00:00:00.000Z`);
const OTHERS: Json[] = [null, true, false, 3, "text", [], {}, [[]], [null], { a: 1 }, [{}], [1, "a", null]];

/** What is done to the place that the steps lead to. */
type Bend =
  | { do: "replace"; by: Json }
  | { do: "remove" | "double" | "reverse" | "multiply" | "deepen" | "addKey" | "swap" }
  /** By what stands at another place of the same key. */
  | { do: "borrow"; from: number };

export type Bent = { part: string; steps: number[]; bend: Bend }[];

const bend: fc.Arbitrary<Bend> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EXTREMES).map((by) => ({ do: "replace", by }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE).map((by) => ({ do: "replace", by }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...DAYS, ...TIMES).map((by) => ({ do: "replace", by }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...OTHERS).map((by) => ({ do: "replace", by }) as const) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom("remove", "double", "reverse", "multiply", "deepen", "addKey", "swap")
      .map((name) => ({ do: name }) as Bend),
  },
  { weight: 8, arbitrary: fc.nat(10_000).map((from) => ({ do: "borrow", from }) as const) },
);

/** Most of what can go wrong later stands in these. */
const HEAVY: readonly TableKey[] = ["assessments", "plans"];
const part = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<string>(...HEAVY) },
  { weight: 6, arbitrary: fc.constantFrom<string>(...TABLE_KEYS.filter((key) => !HEAVY.includes(key))) },
  { weight: 1, arbitrary: fc.constantFrom("frameworks", "organization", "format", "version") },
);

/** One place or a few: each step chooses among what stands there, whatever its number. */
export const bendsOf = (part: fc.Arbitrary<string>): fc.Arbitrary<Bent> =>
  fc.array(fc.record({ part, steps: fc.array(fc.nat(10_000), { maxLength: 9 }), bend }), {
    minLength: 1,
    maxLength: 2,
  });

/** Of the file of an organization. */
export const bends = bendsOf(part);

/** The text after these were done to it, and where. */
export function bent(text: string, all: Bent): { text: string; places: string[] } {
  const file: Json = JSON.parse(text);
  const places = all.map((one) => bendAt(file, one));
  const written = JSON.stringify(file).replace(/"\\u0001([^"]*)\\u0002"/g, "$1");
  return { text: written, places };
}

const isHolder = (value: Json | undefined): value is Holder => typeof value === "object" && value !== null;
const keysOf = (holder: Holder) => Object.keys(holder);
const at = (holder: Holder, key: string): Json | undefined => (holder as { [key: string]: Json })[key];
function put(holder: Holder, key: string, value: Json) {
  (holder as { [key: string]: Json })[key] = value;
}

function bendAt(file: Json, { part, steps, bend }: Bent[number]): string {
  let holder = file as Holder;
  let key = part;
  const path = [part];
  for (const step of steps) {
    const child = at(holder, key);
    const keys = isHolder(child) ? keysOf(child) : [];
    const next = keys[step % keys.length];
    if (!isHolder(child) || next === undefined) break;
    holder = child;
    key = next;
    path.push(key);
  }
  apply(file, holder, key, bend);
  return `${path.join(".")}: ${JSON.stringify(bend).slice(0, 100)}`;
}

function apply(file: Json, holder: Holder, key: string, bend: Bend) {
  const value = at(holder, key);
  if (value === undefined) return;
  switch (bend.do) {
    case "replace":
      put(holder, key, bend.by);
      break;
    case "remove":
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case "double":
      if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
      else if (Array.isArray(value)) value.push(...structuredClone(value));
      break;
    case "reverse":
      if (Array.isArray(value)) value.reverse();
      else if (Array.isArray(holder)) holder.reverse();
      break;
    case "multiply": {
      const list = Array.isArray(value) ? value : holder;
      if (Array.isArray(list)) list.push(...Array.from({ length: 1000 }, () => list[0] ?? null));
      break;
    }
    case "deepen":
      put(
        holder,
        key,
        Array.from({ length: 40 }).reduce<Json>((inner) => [inner], value),
      );
      break;
    case "addKey":
      put(isHolder(value) && !Array.isArray(value) ? value : holder, "surprise", 1);
      break;
    case "swap": {
      const others = keysOf(holder);
      const other = others[(others.indexOf(key) + 1) % others.length] ?? key;
      put(holder, key, at(holder, other) ?? null);
      put(holder, other, value);
      break;
    }
    case "borrow": {
      const found = valuesOf(file, Array.isArray(holder) ? null : key, value);
      const taken = found[bend.from % Math.max(1, found.length)];
      if (taken !== undefined) put(holder, key, structuredClone(taken));
    }
  }
}

/** What stands anywhere under this key; without a key, whatever is of the same type and no holder. */
function valuesOf(file: Json, key: string | null, like: Json): Json[] {
  const found: Json[] = [];
  const walk = (value: Json) => {
    if (!isHolder(value)) {
      if (key === null && typeof value === typeof like) found.push(value);
      return;
    }
    for (const [name, child] of Object.entries(value)) {
      if (name === key) found.push(child);
      // The question bank says nothing of what people did.
      if (name !== "frameworks") walk(child);
    }
  };
  walk(file);
  return found;
}
