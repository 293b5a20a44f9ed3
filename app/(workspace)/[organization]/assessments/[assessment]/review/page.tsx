import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReviewArea } from "@/components/assessments/review-area";
import { ReviewFindings } from "@/components/assessments/review-findings";
import { SubmitPanel } from "@/components/assessments/submit-panel";
import { NeedsScript } from "@/components/questionnaire/needs-script";
import { areasOfCapabilities } from "@/components/questionnaire/question-href";
import { ReadOnlySuitability } from "@/components/questionnaire/read-only-suitability";
import { UnsentNotice } from "@/components/questionnaire/unsent-notice";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { areaOf, SUITABILITY_ASKED, suitabilityAnswered } from "@/lib/assessments/progress";
import { isOpenAnswer, reviewedAreas, reviewedQuestions } from "@/lib/assessments/review";
import { evaluate } from "@/lib/evaluation/evaluate";
import { can } from "@/lib/permissions/permissions";
import { findScoringInput } from "@/lib/server/data/submission";
import { confirmCarriedOverAction, resumeAction, submitAction } from "../../actions";
import { loadAssessment } from "../load-assessment";

type Props = PageProps<"/[organization]/assessments/[assessment]/review">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, assessment: id } = await params;
  return { title: `Review: ${(await loadAssessment(organization, id)).assessment.unitName}` };
}

export default async function ReviewPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const { member, assessment, areas, mayAnswer, readAt } = await loadAssessment(organization, id);
  const base = `/${organization}/assessments/${id}` as const;
  if (assessment.status === "submitted") redirect(`${base}/results`);

  const input = await findScoringInput(member, id);
  const checks = input ? evaluate(input.framework, input.assessment, input.previous).checks : [];
  const reviewed = reviewedAreas(areas, assessment.answers);
  const questions = reviewedQuestions(reviewed);
  const suitabilityOpen = SUITABILITY_ASKED - suitabilityAnswered(assessment.suitability);
  const hrefOf = (question: string) => {
    const area = areaOf(areas, question) ?? "";
    return `${base}/questions/${area}?from=review#${question}`;
  };

  return (
    <>
      <PageHeader
        title="Review"
        lead="Check what was answered, change what is not right, then submit."
        above={<Breadcrumbs crumbs={[{ label: assessment.unitName, href: base }]} />}
      />
      <div className="flex flex-col gap-10">
        <NeedsScript />
        <UnsentNotice
          address={{ organization, assessment: id }}
          areas={areasOfCapabilities(areas)}
          readAt={readAt}
        />
        <section aria-labelledby="findings-title" className="flex flex-col gap-3">
          <h2 id="findings-title" className="text-xl font-semibold">
            Before you submit
          </h2>
          <ReviewFindings
            open={questions.filter(({ answer }) => isOpenAnswer(answer))}
            carriedOver={questions.filter(({ carriedOver }) => carriedOver)}
            checks={checks}
            questions={new Map(questions.map(({ question }) => [question.key, question]))}
            hrefOf={hrefOf}
          />
        </section>
        <section aria-labelledby="suitability-title" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <h2 id="suitability-title" className="text-xl font-semibold">
              Suitability
            </h2>
            {mayAnswer ? (
              <TextLink
                href={`${base}/suitability`}
                aria-label="Change the answers on suitability"
                className="inline-flex min-h-11 items-center"
              >
                Change
              </TextLink>
            ) : null}
          </div>
          <ReadOnlySuitability suitability={assessment.suitability} />
        </section>
        {reviewed.map((area) => (
          <ReviewArea
            key={area.key}
            area={area}
            hrefOf={hrefOf}
            confirm={confirmCarriedOverAction.bind(
              null,
              organization,
              id,
              reviewedQuestions([area])
                .filter(({ carriedOver }) => carriedOver)
                .map(({ question }) => question.key),
            )}
          />
        ))}
        <section aria-labelledby="submit-title" className="flex flex-col gap-3">
          <h2 id="submit-title" className="text-xl font-semibold">
            Submit
          </h2>
          {assessment.status === "onHold" ? (
            <Callout tone="warning" title="This assessment is on hold">
              {mayAnswer ? (
                <ActionForm
                  action={resumeAction.bind(null, organization, id)}
                  label="Resume"
                  variant="secondary"
                />
              ) : null}
            </Callout>
          ) : suitabilityOpen > 0 ? (
            <Callout
              tone="warning"
              title={`${suitabilityOpen} of ${SUITABILITY_ASKED} questions on suitability are open`}
            >
              <p>They must be answered before submitting. Everything else may stay open.</p>
              <ButtonLink href={`${base}/suitability`} variant="secondary" className="mt-2">
                Answer them
              </ButtonLink>
            </Callout>
          ) : can(member.role, "assessment:submit") ? (
            <SubmitPanel
              address={{ organization, assessment: id }}
              submit={submitAction.bind(null, organization, id)}
            />
          ) : (
            <Callout tone="accent" title="Only members who may submit assessments can do so" />
          )}
        </section>
      </div>
    </>
  );
}
