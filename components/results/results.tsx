import type { Route } from "next";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import { Areas } from "./areas";
import { Gaps } from "./gaps";
import { Headline } from "./headline";
import { AnswerList, Checks, Infrastructure, SuitabilityAnswers } from "./more";
import { Risks } from "./risks";
import type { ResultsView } from "./view";

const PARTS = [
  ["areas", "Areas"],
  ["gaps", "Gaps"],
  ["risks", "Risks"],
  ["infrastructure", "Infrastructure"],
  ["suitability", "Suitability"],
  ["checks", "Checks"],
  ["answers", "Answers"],
] as const;

/** The whole result, from the verdict down to the answers. */
export function Results({
  view,
  answerHref,
}: {
  view: ResultsView;
  /** Where an answer stands with all that belongs to it. */
  answerHref: (area: string, question: string) => Route;
}) {
  return (
    <div className="flex flex-col gap-10">
      <Headline view={view} />
      <PartsNavigation label="Parts of the result" parts={PARTS} />
      <Areas view={view} />
      <Gaps view={view} />
      <Risks view={view} />
      <Infrastructure view={view} />
      <SuitabilityAnswers view={view} />
      <Checks view={view} />
      <AnswerList view={view} answerHref={answerHref} />
    </div>
  );
}
