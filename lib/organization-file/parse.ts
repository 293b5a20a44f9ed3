import { askedFramework } from "../framework/depth";
import { actionKeys, questionKeys } from "../framework/keys";
import { FrameworkError, parseFramework } from "../framework/schema";
import type { Depth, Framework } from "../framework/types";
import { frameworkName } from "../framework/version";
import type { PlanRequest } from "../planning/plan";
import { PlanError } from "../planning/plan-error";
import { parsePlanRequest } from "../planning/requests/plan-request-schema";
import { AssessmentError, firstFault, pathOf } from "../scoring/assessment-error";
import { parseJson } from "../scoring/parse-json";
import type { Fault } from "./fault";
import { faultsOfPlan } from "./plan-faults";
import { faultsOfResult } from "./result-faults";
import { type OrganizationFile, organizationFileSchema } from "./schema";
import { type FileLists, idsOf, TABLE_KEYS, type TableKey } from "./tables";
import type { FileAssessment } from "./tables/assessments";
import type { FilePlan } from "./tables/plans";

export type ParsedFile = Omit<OrganizationFile, "frameworks" | TableKey> &
  FileLists & { frameworks: readonly { hash: string; framework: Framework }[] };

/**
 * The text of an organization's file, with all that can be said without looking at what is stored but the frameworks
 * that are known here: a decision about a risk stays when the last assessment that rated it is gone.
 * @throws AssessmentError with the path of the first fault and what was expected there
 */
export function parseOrganizationFile(text: string, knownHere: readonly Framework[] = []): ParsedFile {
  const parsed = organizationFileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw firstFault(parsed.error, "the file of an organization");
  const file = parsed.data;
  for (const key of TABLE_KEYS) rejectRepeated(key, idsOf(key, file[key]));
  const frameworks = file.frameworks.map(({ hash, content }, index) => ({
    hash,
    framework: frameworkAt(content, index),
  }));
  const known = byName(frameworks.map(({ framework }) => framework));
  for (const [index, assessment] of file.assessments.entries()) rejectUnknownKeys(assessment, index, known);
  const own = frameworks.map(({ framework }) => framework);
  const risks = new Set([...knownHere, ...own].flatMap((framework) => framework.risks.map(({ key }) => key)));
  const strange = file.registers.findIndex(({ risk }) => !risks.has(risk));
  if (strange >= 0) throw new AssessmentError(`registers[${strange}].risk`, "the key of a risk");
  return { ...file, frameworks, plans: file.plans.map((plan, index) => planAt(plan, index, own)) };
}

function planAt(
  plan: OrganizationFile["plans"][number],
  index: number,
  frameworks: readonly Framework[],
): FilePlan {
  const read = { ...plan, request: requestAt(plan.request, index, frameworks) };
  const framework = frameworks.find((one) => frameworkName(one) === read.request.framework);
  if (framework) rejectFirst(["plans", index], faultsOfPlan(read, framework));
  return read;
}

function requestAt(request: unknown, index: number, frameworks: readonly Framework[]): PlanRequest {
  try {
    return parsePlanRequest(request, frameworks);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const place = `plans[${index}].request`;
    throw new AssessmentError(error.path === "" ? place : `${place}.${error.path}`, error.expected);
  }
}

/** @throws AssessmentError for the first of these, whose steps go on from `place` */
function rejectFirst(place: readonly PropertyKey[], faults: Iterable<Fault>) {
  for (const { steps, expected } of faults) throw new AssessmentError(pathOf([...place, ...steps]), expected);
}

function rejectRepeated(key: TableKey, ids: readonly string[]) {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) throw new AssessmentError(`${key}[${index}].id`, "each id once");
    seen.add(id);
  }
}

function frameworkAt(content: unknown, index: number): Framework {
  try {
    return parseFramework(content);
  } catch (error) {
    if (!(error instanceof FrameworkError)) throw error;
    const path = error.path === "" ? "" : `.${error.path}`.replace(/^\.\[/, "[");
    throw new AssessmentError(`frameworks[${index}].content${path}`, error.expected);
  }
}

type Known = { framework: Framework; asked: Record<Depth, Framework> };

function byName(frameworks: readonly Framework[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [index, framework] of frameworks.entries()) {
    const name = frameworkName(framework);
    if (known.has(name)) throw new AssessmentError(`frameworks[${index}]`, "each version once");
    const asked = { quick: askedFramework(framework, "quick"), full: askedFramework(framework, "full") };
    known.set(name, { framework, asked });
  }
  return known;
}

function rejectUnknownKeys(assessment: FileAssessment, index: number, known: ReadonlyMap<string, Known>) {
  const { framework, depth, answers, lastQuestion, acceptedActions, result } = assessment;
  const fault = (steps: readonly PropertyKey[], expected: string) =>
    new AssessmentError(pathOf(["assessments", index, ...steps]), expected);
  const of = known.get(framework);
  if (!of) throw fault(["framework"], "one of the frameworks of the file");
  const questions = questionKeys(of.asked[depth]);
  const asked = `a question that the ${depth} assessment of ${framework} asks`;
  const strange = Object.keys(answers).find((key) => !questions.has(key));
  if (strange !== undefined) throw fault(["answers", strange], asked);
  if (lastQuestion !== null && !questions.has(lastQuestion)) throw fault(["lastQuestion"], asked);
  const actions = actionKeys(of.framework);
  const wrong = acceptedActions.findIndex(
    (key, at) => !actions.has(key) || acceptedActions.indexOf(key) < at,
  );
  if (wrong >= 0) throw fault(["acceptedActions", wrong], "the key of an action, each once");
  if (!result) return;
  if (result.content.framework !== framework)
    throw fault(["result", "content", "framework"], `${framework}, as the assessment`);
  rejectFirst(["assessments", index, "result", "content"], faultsOfResult(result.content, of.asked[depth]));
}
