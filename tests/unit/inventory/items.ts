import fc from "fast-check";
import {
  type InventoryItem,
  type ItemDetails,
  KINDS,
  RISK_CLASSES,
  STAGES,
  VALUES,
} from "@/lib/inventory/item";
import { isVisible, wellFormed } from "@/lib/text/well-formed";

export const DETAILS: ItemDetails = {
  ...{ kind: "system", name: "Reader", owner: null, stage: null, serves: [], value: null },
  ...{ riskClass: null, reviewedOn: null, note: "" },
};

let count = 0;
export const item = (change: Partial<InventoryItem> = {}): InventoryItem => ({
  ...DETAILS,
  id: `item-${++count}`,
  unitId: "a",
  ...change,
});

/** One line of text as a name may be: trimmed, of any letters, without semicolons. */
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) =>
    wellFormed(text)
      .replace(/[;\n\t]/g, "")
      .trim(),
  )
  .filter((text) => isVisible(text) && text.length <= 100);
const note = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => wellFormed(text).trim());
const open = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** Inventories of units a, b and c; names stand once a unit and kind, and what is served is a process of the unit. */
export const inventories: fc.Arbitrary<InventoryItem[]> = fc
  .uniqueArray(
    fc.record({
      unitId: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom(...KINDS),
      name: line,
      owner: open(line),
      stage: open(fc.constantFrom(...STAGES)),
      value: open(fc.constantFrom(...VALUES)),
      riskClass: open(fc.constantFrom(...RISK_CLASSES)),
      reviewedOn: open(day),
      note,
      serving: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { maxLength: 12, selector: ({ unitId, kind, name }) => `${unitId} ${kind} ${name}` },
  )
  .map((written) => {
    const items = written.map((one, index) => ({ ...one, id: `${index}` }));
    return items.map(({ serving, ...one }) => {
      const processes = items.filter(({ kind, unitId }) => kind === "process" && unitId === one.unitId);
      if (one.kind === "process") return { ...one, stage: null, riskClass: null, serves: [] };
      const served = serving.flatMap((place) => processes[place % Math.max(1, processes.length)]?.id ?? []);
      return { ...one, serves: [...new Set(served)].sort() };
    });
  });
