import { CRITERIA, type Criterion } from "../approach-criteria";
import type { ApproachFacts } from "../engine/approach";

/** A success story of the method, read on the criteria of the approach. */
export type ReferenceCase = {
  /** Key of the success story. */
  story: string;
  facts: ApproachFacts;
};

/** What the stories state in figures, and what their words say on a scale; on all else they are silent. */
export const REFERENCE_CASES: readonly ReferenceCase[] = [
  // 15 units, more than 50 processes; centralized governance and support.
  {
    story: "global-financial-services",
    facts: read({ units: 15, processes: 50, centralGovernance: 5, localSupport: 2 }),
  },
  // From 3 to 25 locations of one kind; regional support teams.
  { story: "healthcare-network", facts: read({ units: 25, likeness: 75, localSupport: 5 }) },
  // 8 plants, more than 200 processes; customized plant by plant.
  { story: "manufacturing-corporation", facts: read({ units: 8, processes: 200, likeness: 40 }) },
];

function read(said: Partial<Record<Criterion, number>>): ApproachFacts {
  const silent = Object.fromEntries(CRITERIA.map((criterion) => [criterion, null])) as Record<
    Criterion,
    null
  >;
  return { ...silent, ...said };
}
