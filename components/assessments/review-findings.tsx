import type { Route } from "next";
import { Callout } from "@/components/ui/callout";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewedQuestion } from "@/lib/assessments/review";
import type { CheckResult } from "@/lib/scoring/result";

type Finding = { title: string; detail: string; questions: readonly ReviewedQuestion["question"][] };

/** What deserves a second look before submitting. Nothing here stops anyone. */
export function ReviewFindings({
  open,
  carriedOver,
  checks,
  questions,
  hrefOf,
}: {
  open: readonly ReviewedQuestion[];
  carriedOver: readonly ReviewedQuestion[];
  checks: readonly CheckResult[];
  /** All questions that are asked, by key. */
  questions: ReadonlyMap<string, ReviewedQuestion["question"]>;
  hrefOf: (question: string) => Route;
}) {
  const findings: Finding[] = [
    ...(open.length > 0
      ? [
          {
            title: open.length === 1 ? "1 question is open" : `${open.length} questions are open`,
            detail: "Each one widens the bounds of the result.",
            questions: open.map(({ question }) => question),
          },
        ]
      : []),
    ...(carriedOver.length > 0
      ? [
          {
            title:
              carriedOver.length === 1
                ? "1 answer was carried over and not confirmed"
                : `${carriedOver.length} answers were carried over and not confirmed`,
            detail: "They count as they stand.",
            questions: carriedOver.map(({ question }) => question),
          },
        ]
      : []),
    ...checks.map((check) => ({
      title: check.text,
      detail: "It changes no score.",
      questions: (check.questions ?? []).flatMap((key) => questions.get(key) ?? []),
    })),
  ];
  if (findings.length === 0) {
    return <Callout tone="success" title="Every question is answered, and the answers fit together." />;
  }
  return (
    <ul className="flex flex-col gap-3">
      {findings.map(({ title, detail, questions: where }) => (
        <li key={title}>
          <Callout tone="warning" title={title}>
            <p>{detail}</p>
            <Where questions={where} hrefOf={hrefOf} />
          </Callout>
        </li>
      ))}
    </ul>
  );
}

function Where({ questions, hrefOf }: Pick<Finding, "questions"> & { hrefOf: (question: string) => Route }) {
  if (questions.length === 0) return null;
  const list = (
    <ul className="list-disc pl-5">
      {questions.map(({ key, text }) => (
        <li key={key}>
          <TextLink href={hrefOf(key)}>{text}</TextLink>
        </li>
      ))}
    </ul>
  );
  return questions.length <= 3 ? list : <Disclosure summary="Show the questions">{list}</Disclosure>;
}
