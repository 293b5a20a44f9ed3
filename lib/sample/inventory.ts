import { formatIsoDay } from "../format/date";
import type { ItemDetails } from "../inventory/item";
import { addDays } from "../time/days";

/** What units of the sample list: processes, and the AI that serves them. */

type Written = Omit<ItemDetails, "reviewedOn" | "note" | "owner"> & {
  owner?: string;
  /** Days before the sample is loaded. */
  reviewed?: number;
  note?: string;
};

type UnitInventory = { processes: readonly string[]; ai: readonly Written[] };

const INVENTORIES: Readonly<Record<string, UnitInventory>> = {
  "Retail Banking": {
    processes: ["Account opening", "Card disputes", "Complaints", "Branch cash planning", "Mortgage intake"],
    ai: [
      {
        ...{ kind: "system", name: "Document reader", stage: "production", value: "high" },
        ...{ serves: ["Account opening", "Mortgage intake"], riskClass: "limited" },
        ...{ owner: "Head of operations", reviewed: 60 },
      },
      {
        ...{ kind: "system", name: "Cash forecast", stage: "production", value: "medium" },
        ...{ serves: ["Branch cash planning"], riskClass: "minimal" },
        ...{ owner: "Treasury desk", reviewed: 410, note: "Bought in 2023, retrained every quarter." },
      },
      {
        ...{ kind: "useCase", name: "Sort complaints by topic", stage: "pilot", value: "medium" },
        ...{ serves: ["Complaints"], riskClass: "limited", owner: "Head of service", reviewed: 25 },
      },
      {
        ...{ kind: "useCase", name: "Draft answers to disputes", stage: "idea", value: "high" },
        ...{ serves: ["Card disputes"], riskClass: null },
      },
      {
        ...{ kind: "system", name: "Rule engine for card fraud", stage: "retired", value: null },
        ...{ serves: ["Card disputes"], riskClass: "minimal", owner: "Fraud desk", reviewed: 700 },
      },
    ],
  },
  "Property Insurance": {
    processes: ["Claims intake", "Damage assessment", "Underwriting", "Fraud screening"],
    ai: [
      {
        ...{ kind: "system", name: "Photo damage estimate", stage: "production", value: "high" },
        ...{ serves: ["Claims intake", "Damage assessment"], riskClass: "limited" },
        ...{ owner: "Claims director", reviewed: 40 },
      },
      {
        ...{ kind: "useCase", name: "Flag suspicious claims", stage: "production", value: "high" },
        ...{ serves: ["Fraud screening"], riskClass: "limited", owner: "Head of fraud", reviewed: 120 },
      },
    ],
  },
  "Consumer Credit": {
    processes: ["Credit decision", "Collections", "Customer service"],
    ai: [
      {
        ...{ kind: "system", name: "Credit score", stage: "production", value: "high" },
        ...{ serves: ["Credit decision"], riskClass: "high", owner: "Chief risk officer", reviewed: 90 },
        note: "Creditworthiness of persons: Annex III, 5 (b).",
      },
      {
        ...{ kind: "useCase", name: "Choose whom to call first", stage: "pilot", value: "medium" },
        ...{ serves: ["Collections"], riskClass: null },
      },
    ],
  },
  "Electronics Assembly": {
    processes: ["Optical inspection", "Line maintenance", "Order planning"],
    ai: [
      {
        ...{ kind: "system", name: "Solder inspection", stage: "production", value: "high" },
        ...{ serves: ["Optical inspection"], riskClass: "minimal", owner: "Quality manager", reviewed: 150 },
      },
      {
        ...{ kind: "system", name: "Failure forecast", stage: "pilot", value: "medium" },
        ...{ serves: ["Line maintenance"], riskClass: "minimal", owner: "Plant engineering", reviewed: 30 },
      },
    ],
  },
  "Freight Services": {
    processes: ["Route planning", "Customs papers", "Pricing"],
    ai: [
      {
        ...{ kind: "useCase", name: "Read customs papers", stage: "pilot", value: "high" },
        ...{ serves: ["Customs papers"], riskClass: "limited", owner: "Customs lead", reviewed: 15 },
      },
    ],
  },
};

const PROCESS = { kind: "process", stage: null, value: null, riskClass: null, serves: [] } as const;

/** What a unit lists as of `now`, processes first; `serves` holds names. */
export function sampleInventory(unit: string, now: Date): ItemDetails[] {
  const { processes, ai } = INVENTORIES[unit] ?? { processes: [], ai: [] };
  const written: Written[] = [...processes.map((name) => ({ ...PROCESS, name })), ...ai];
  return written.map(({ owner, reviewed, note, ...details }) => ({
    ...details,
    owner: owner ?? null,
    reviewedOn: reviewed === undefined ? null : formatIsoDay(addDays(now, -reviewed)),
    note: note ?? "",
  }));
}
