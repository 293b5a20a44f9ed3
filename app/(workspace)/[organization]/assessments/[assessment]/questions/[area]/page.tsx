import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NeedsScript } from "@/components/questionnaire/needs-script";
import { areasOfCapabilities } from "@/components/questionnaire/question-href";
import { Questionnaire } from "@/components/questionnaire/questionnaire";
import { askedCapabilities } from "@/components/questionnaire/questions";
import { ReadOnlyAnswers } from "@/components/questionnaire/read-only-answers";
import { type Step, Steps } from "@/components/questionnaire/steps";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { findAssessment } from "@/lib/server/data/assessments";
import type { AssessmentWithAnswers } from "@/lib/server/data/interchange";
import { loadAssessment } from "../../load-assessment";

type Props = PageProps<"/[organization]/assessments/[assessment]/questions/[area]">;

async function loadArea(params: Props["params"]) {
  const { organization, assessment: id, area: key } = await params;
  const loaded = await loadAssessment(organization, id);
  const at = loaded.areas.findIndex((candidate) => candidate.key === key);
  const area = loaded.areas[at];
  if (!area) return notFound();
  return { ...loaded, organization, id, area, before: loaded.areas[at - 1], after: loaded.areas[at + 1] };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { area, assessment } = await loadArea(params);
  return { title: `${area.title}: ${assessment.unitName}` };
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { member, assessment, areas, mayAnswer, readAt, organization, id, area, before, after } =
    await loadArea(params);
  const base = `/${organization}/assessments/${id}` as const;
  const review: Step = { title: "Review", href: `${base}/review` };
  const suitability: Step = { title: "Suitability", href: `${base}/suitability` };
  const step = (other: typeof area): Step => ({
    title: other.title,
    href: `${base}/questions/${other.key}`,
  });
  const cameFromReview = (await searchParams).from === "review";
  const capabilities = askedCapabilities(area);
  const stored = new Map(assessment.answers.map((answer) => [answer.question, answer]));

  return (
    <>
      <PageHeader
        title={area.title}
        lead={`${area.summary} For each question pick the highest description that holds in full.`}
        above={<Breadcrumbs crumbs={[{ label: assessment.unitName, href: base }]} />}
        actions={
          cameFromReview ? (
            <ButtonLink href={review.href} variant="secondary">
              Back to review
            </ButtonLink>
          ) : null
        }
      />
      {mayAnswer ? (
        <>
          <NeedsScript />
          <Questionnaire
            address={{ organization, assessment: id }}
            capabilities={capabilities}
            areas={areasOfCapabilities(areas)}
            carriedOverFrom={await carriedOverFrom(member, assessment)}
            answers={
              new Map(
                capabilities
                  .flatMap(({ questions }) => questions)
                  .map(({ key }) => {
                    const found = stored.get(key);
                    return [key, found ? storedOf(found) : null];
                  }),
              )
            }
            readAt={readAt}
          />
          <Steps before={before ? step(before) : suitability} after={after ? step(after) : review} />
        </>
      ) : (
        <div className="flex flex-col gap-8">
          <ReadOnlyNotice submitted={assessment.status === "submitted"} base={base} />
          <ReadOnlyAnswers
            capabilities={capabilities}
            answers={new Map(assessment.answers.map(({ question, answer }) => [question, answer]))}
          />
        </div>
      )}
    </>
  );
}

type Stored = AssessmentWithAnswers["answers"][number];

function storedOf({ answer, revision, carriedOver, updatedAt }: Stored) {
  return { value: answer, revision, carriedOver, savedAt: updatedAt.getTime() };
}

type Member = Parameters<typeof findAssessment>[0];

async function carriedOverFrom(member: Member, { previousId, answers }: AssessmentWithAnswers) {
  if (previousId === null || !answers.some(({ carriedOver }) => carriedOver)) return null;
  const previous = await findAssessment(member, previousId);
  return previous?.submittedAt?.getTime() ?? null;
}

function ReadOnlyNotice({
  submitted,
  base,
}: {
  submitted: boolean;
  base: `/${string}/assessments/${string}`;
}) {
  return submitted ? (
    <Callout tone="accent" title="Submitted: these answers are final">
      <ButtonLink href={`${base}/results`} variant="secondary" className="mt-2">
        See the results
      </ButtonLink>
    </Callout>
  ) : (
    <Callout tone="accent" title="You may read these answers but not change them" />
  );
}
