import type { CapabilityResult } from "../scoring/result";
import { byUnitName, type ComparedUnit, type NamedUnit } from "./compared-unit";
import { SHORT_GAP_MIN } from "./weaknesses";

export type Teacher = { unit: NamedUnit; level: number };

/** A unit that is short in a capability, and the units that already have what it needs there. */
export type Transfer = {
  capability: string;
  learner: NamedUnit;
  /** Null when nothing is known of it. */
  level: number | null;
  /** What the learner's own target phase requires. */
  required: number;
  gap: number;
  /** Readiness points that closing the gap is worth to the learner. */
  gain: number;
  /** At least one, the highest level first: the first makes the pair. Shared between transfers: do not change. */
  teachers: readonly Teacher[];
};

/** The best pair first: the largest gain, then the teacher's level, then names. */
export function transfers(units: readonly ComparedUnit[]): Transfer[] {
  // Sorting is stable: what is in order by name here needs no comparing of names below.
  const byName = [...units].sort(byUnitName);
  const rows = byName.flatMap(({ unit, latest }) =>
    latest.result.areas.flatMap(({ capabilities }) =>
      capabilities.map((capability) => ({ unit, capability })),
    ),
  );
  const teachersFor = teachersByLevel(rows);
  return rows
    .flatMap(({ unit, capability: { key, level, required, gap, gain } }): Transfer[] => {
      if (gap === null || gain === null || gap < SHORT_GAP_MIN) return [];
      const teachers = teachersFor(key, required);
      if (teachers.length === 0) return [];
      return [{ capability: key, learner: unit, level, required, gap, gain, teachers }];
    })
    .sort(
      (a, b) =>
        b.gain - a.gain ||
        (b.teachers[0]?.level ?? 0) - (a.teachers[0]?.level ?? 0) ||
        (a.capability === b.capability ? 0 : a.capability < b.capability ? -1 : 1),
    );
}

/** Learners that need the same level share one list: a list each would grow with the square of the units. */
function teachersByLevel(rows: readonly { unit: NamedUnit; capability: CapabilityResult }[]) {
  const all = new Map<string, Teacher[]>();
  for (const { unit, capability } of rows) {
    if (capability.level === null) continue;
    const teachers = all.get(capability.key);
    const teacher = { unit, level: capability.level };
    if (teachers) teachers.push(teacher);
    else all.set(capability.key, [teacher]);
  }
  for (const teachers of all.values()) teachers.sort((a, b) => b.level - a.level);

  const lists = new Map<string, readonly Teacher[]>();
  return (capability: string, required: number): readonly Teacher[] => {
    const key = `${capability} ${required}`;
    const known = lists.get(key);
    if (known) return known;
    const able = (all.get(capability) ?? []).filter(({ level }) => level >= required);
    lists.set(key, able);
    return able;
  };
}
