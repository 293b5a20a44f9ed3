import { formatCount, formatScore } from "../format/number";
import type { InventoryItem } from "./item";

/** Scaling coverage as the inventory has it: the success metric of that name, with the listed processes in scope. */
export type Coverage = {
  units: number;
  unitsCovered: number;
  processes: number;
  processesCovered: number;
  /** 0–100, or null when nothing is in scope. */
  percent: number | null;
};

type Node = { id: string; parentId: string | null };
type Listed = Pick<InventoryItem, "id" | "unitId" | "kind" | "stage" | "serves">;

/**
 * (units + processes with AI in production) / (units + processes in scope) × 100. A unit that only holds others, and
 * lists nothing itself, is not in scope. Items of other units than those looked at are passed over.
 */
export function coverageOf(units: readonly Node[], listed: readonly Listed[]): Coverage {
  const ids = new Set(units.map(({ id }) => id));
  const items = listed.filter(({ unitId }) => ids.has(unitId));
  const inProduction = items.filter(({ kind, stage }) => kind !== "process" && stage === "production");
  const served = new Set(inProduction.flatMap(({ serves }) => serves));
  const processes = items.filter(({ kind }) => kind === "process");
  const using = new Set(inProduction.map(({ unitId }) => unitId));
  const scope = unitsInScope(units, items);
  const counts = {
    units: scope.length,
    unitsCovered: scope.filter(({ id }) => using.has(id)).length,
    processes: processes.length,
    processesCovered: processes.filter(({ id }) => served.has(id)).length,
  };
  const all = counts.units + counts.processes;
  const covered = counts.unitsCovered + counts.processesCovered;
  return { ...counts, percent: all === 0 ? null : (covered / all) * 100 };
}

function unitsInScope(units: readonly Node[], items: readonly Pick<Listed, "unitId">[]): Node[] {
  const listing = new Set(items.map(({ unitId }) => unitId));
  const parents = new Set(units.map(({ parentId }) => parentId));
  return units.filter(({ id }) => listing.has(id) || !parents.has(id));
}

/** Coverage as a sentence. */
export function inventoryFinding({
  units,
  unitsCovered,
  processes,
  processesCovered,
  percent,
}: Coverage): string {
  if (processes === 0 && unitsCovered === 0) return "Nothing is listed yet that uses AI, or could.";
  const counts = `${processesCovered} of ${processes} processes and ${unitsCovered} of ${formatCount(units, "unit")}`;
  return `Scaling coverage ${formatScore(percent)} %: ${counts} use AI in production.`;
}

export type ListedScope = { units: number; processes: number };

/** By unit that lists a process, itself or below it: how far AI could reach there. Takes units parents first. */
export function listedScopes(
  units: readonly Node[],
  items: readonly Pick<Listed, "unitId" | "kind">[],
): Map<string, ListedScope> {
  const scopes = new Map(units.map(({ id }) => [id, { units: 0, processes: 0 }]));
  for (const { id } of unitsInScope(units, items)) add(scopes.get(id), { units: 1, processes: 0 });
  for (const { unitId, kind } of items) {
    if (kind === "process") add(scopes.get(unitId), { units: 0, processes: 1 });
  }
  for (const { id, parentId } of [...units].reverse()) {
    if (parentId !== null) add(scopes.get(parentId), scopes.get(id));
  }
  return new Map([...scopes].filter(([, { processes }]) => processes > 0));
}

function add(to: ListedScope | undefined, from: ListedScope | undefined) {
  if (!to || !from) return;
  to.units += from.units;
  to.processes += from.processes;
}
