import type { Metadata } from "next";
import { NeedsScript } from "@/components/questionnaire/needs-script";
import { ReadOnlySuitability } from "@/components/questionnaire/read-only-suitability";
import { Steps } from "@/components/questionnaire/steps";
import { SuitabilityQuestions } from "@/components/questionnaire/suitability-questions";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import type { SuitabilityState } from "@/lib/server/data/interchange";
import { loadAssessment } from "../load-assessment";

type Props = PageProps<"/[organization]/assessments/[assessment]/suitability">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, assessment: id } = await params;
  return { title: `Suitability: ${(await loadAssessment(organization, id)).assessment.unitName}` };
}

export default async function SuitabilityPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const { assessment, areas, mayAnswer, readAt } = await loadAssessment(organization, id);
  const base = `/${organization}/assessments/${id}` as const;
  const [first] = areas;
  return (
    <>
      <PageHeader
        title="Suitability"
        lead="Is scaling the right thing to do now? What is not answered yet claims nothing; submitting needs all ten."
        above={<Breadcrumbs crumbs={[{ label: assessment.unitName, href: base }]} />}
      />
      {mayAnswer ? (
        <>
          <NeedsScript />
          <SuitabilityQuestions
            address={{ organization, assessment: id }}
            values={new Map([...assessment.suitabilityStates].map(([key, state]) => [key, storedOf(state)]))}
            readAt={readAt}
          />
          <Steps
            before={{ title: "All parts", href: base }}
            after={{ title: first?.title ?? "Review", href: `${base}/questions/${first?.key ?? ""}` }}
          />
        </>
      ) : (
        <ReadOnlySuitability suitability={assessment.suitability} />
      )}
    </>
  );
}

function storedOf({ answer, revision, savedAt }: SuitabilityState) {
  return { value: answer, revision, carriedOver: false, savedAt: savedAt?.getTime() ?? 0 };
}
