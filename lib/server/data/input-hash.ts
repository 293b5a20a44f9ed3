import "server-only";
import type { Assessment } from "@/lib/scoring/assessment";
import { hashOf } from "./canonical-json";

/** The hash by which a stored result can be traced to what was scored: framework, assessment and the one before. */
export function inputHashOf(frameworkHash: string, assessment: Assessment, previous?: Assessment): string {
  return hashOf({
    framework: frameworkHash,
    assessment: unnamed(assessment),
    previous: previous && unnamed(previous),
  });
}

// A unit may be renamed at any time; its name is not scored.
const unnamed = (assessment: Assessment) => ({ ...assessment, unit: { ...assessment.unit, name: "" } });
