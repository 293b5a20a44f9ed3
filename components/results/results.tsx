import type { Route } from "next";
import { InTurn } from "@/components/ui/in-turn";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import type { AreaKey } from "@/lib/framework/types";
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
  answerHref: (area: AreaKey, question: string) => Route;
}) {
  return (
    <div className="flex flex-col gap-10">
      <Headline view={view} />
      <PartsNavigation label="Parts of the result" parts={PARTS} />
      <InTurn>
        <Areas view={view} />
      </InTurn>
      <InTurn>
        <Gaps view={view} />
      </InTurn>
      <InTurn>
        <Risks view={view} />
      </InTurn>
      <InTurn>
        <Infrastructure view={view} />
      </InTurn>
      <InTurn>
        <SuitabilityAnswers view={view} />
      </InTurn>
      <InTurn>
        <Checks view={view} />
      </InTurn>
      <InTurn>
        <AnswerList view={view} answerHref={answerHref} />
      </InTurn>
    </div>
  );
}
