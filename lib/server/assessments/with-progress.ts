import "server-only";
import { type Progress, progressOf } from "../../units/progress";
import type { AssessmentListItem } from "../data/assessments";
import { readFramework } from "../data/frameworks";

type InProgress = AssessmentListItem & Progress & { onHold: boolean };

/** How far open assessments are, each by the framework that it asks. */
export function withProgress(assessments: readonly AssessmentListItem[]): Promise<InProgress[]> {
  return Promise.all(
    assessments.map(async (assessment) => {
      const { framework } = await readFramework(assessment.frameworkVersionId);
      return {
        ...assessment,
        ...progressOf(framework, assessment),
        onHold: assessment.status === "onHold",
      };
    }),
  );
}
