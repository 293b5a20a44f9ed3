import { askedFramework } from "../framework/depth";
import type { Framework, Level } from "../framework/types";
import type { Answer, Assessment, Respondent } from "../scoring/assessment";

/** Levels tried out, by capability. */
export type TriedLevels = Readonly<Record<string, Level>>;

/** The assessment as if every question of the named capabilities were answered with the tried level. */
export function withLevels(framework: Framework, assessment: Assessment, tried: TriedLevels): Assessment {
  const answers: Record<string, Answer> = {};
  for (const { capabilities } of askedFramework(framework, assessment.depth).areas) {
    for (const { key, questions } of capabilities) {
      const level = Object.hasOwn(tried, key) ? tried[key] : undefined;
      if (level === undefined) continue;
      for (const question of questions) answers[question.key] = { level };
    }
  }
  const nobody: Respondent = { name: "What if", answers: {} };
  const respondents = assessment.respondents.length > 0 ? assessment.respondents : [nobody];
  return {
    ...assessment,
    respondents: respondents.map((respondent) => ({
      ...respondent,
      answers: { ...respondent.answers, ...answers },
    })),
  };
}

/** The assessment with what its figures need and nothing that was written: small enough for a page. */
export function withoutRemarks(assessment: Assessment): Assessment {
  return {
    ...assessment,
    respondents: assessment.respondents.map(({ name, answers }) => ({
      name,
      answers: Object.fromEntries(
        Object.entries(answers).map(([key, { note, evidence, ...answer }]): [string, Answer] => [
          key,
          answer,
        ]),
      ),
    })),
  };
}
