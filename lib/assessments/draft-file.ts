import { z } from "zod";
import type { Framework } from "../framework/types";
import type { Assessment } from "../scoring/assessment";
import { AssessmentError } from "../scoring/assessment-error";
import { parseAssessment } from "../scoring/assessment-schema";
import { parseJson } from "../scoring/parse-json";

/** As the JSON of a result is exported; the result is left, as it is computed anew on submission. */
const exportedSchema = z.strictObject({ assessment: z.unknown(), result: z.unknown() });

/**
 * The text of a file with one assessment in the shape of Interchange, alone or as exported with its result.
 * @throws AssessmentError with the path of the first fault and what was expected there
 */
export function parseDraftFile(text: string, frameworks: readonly Framework[]): Assessment {
  const value = parseJson(text);
  const exported = exportedSchema.safeParse(value);
  const assessment = parseAssessment(exported.success ? exported.data.assessment : value, frameworks);
  if (assessment.respondents.length > 1) {
    throw new AssessmentError("respondents", "at most one, as an assessment here holds one set of answers");
  }
  return assessment;
}
