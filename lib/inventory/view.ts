import { subtreeIds } from "../units/tree";
import { concernsOf } from "./concerns";
import { type InventoryItem, KINDS, type Kind, type RiskClass, type Stage } from "./item";

/** What of the inventory is shown: everything a shared address says. */
export type InventoryView = {
  /** Words that the name, the owner or the note contains. */
  find: string;
  /** Only this unit and what is below it in the tree. */
  unit: string | null;
  kind: Kind | null;
  stage: Stage | null;
  /** `none`: not classified yet. */
  risk: RiskClass | "none" | null;
  /** Only what brings a concern. */
  concern: boolean;
  /** From 1. */
  page: number;
};

type Node = { id: string; parentId: string | null; name: string };

/** The units that the view looks at: all, or one with all below it. One that is not there has none. */
export function unitsOf<T extends Node>(units: readonly T[], { unit }: Pick<InventoryView, "unit">): T[] {
  if (unit === null) return [...units];
  const below = units.some(({ id }) => id === unit) ? subtreeIds(units, unit) : new Set<string>();
  return units.filter(({ id }) => below.has(id));
}

/** As of the day `today` (ISO 8601), in the order given. */
export function filterItems<T extends InventoryItem>(
  items: readonly T[],
  { find, kind, stage, risk, concern }: InventoryView,
  today: string,
): T[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (kind !== null && item.kind !== kind) return false;
    if (stage !== null && item.stage !== stage) return false;
    if (risk !== null && (item.kind === "process" || (item.riskClass ?? "none") !== risk)) return false;
    if (concern && concernsOf(item, today).length === 0) return false;
    const text = `${item.name} ${item.owner ?? ""} ${item.note}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

// Made once: a locale that is asked for at each comparison makes sorting take twenty times as long.
const byName = new Intl.Collator("en", { numeric: true });

/** Systems before use cases before processes, each by name. */
export function sortItems<T extends InventoryItem>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      byName.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}
