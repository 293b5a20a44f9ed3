import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { confidenceInWords, verdictRulesInWords } from "@/lib/evaluation/rules-in-words";
import { upperFirst } from "@/lib/format/letters";
import { levelNames } from "@/lib/framework/level-names";
import { type Framework, PHASES } from "@/lib/framework/types";
import { PHASE_SUMMARIES, PHASE_WORDS } from "@/lib/framework/words";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { TermLink } from "./term-link";

/** How answers become a verdict, step by step. The exact formulas stand behind *Why* at every figure. */
export function Method({ organization, framework }: { organization: string; framework: Framework }) {
  const [lowest, , , , highest] = levelNames(framework);
  return (
    <div className="flex flex-col gap-8">
      <Step id="levels" title="Answers and levels">
        <p>
          Each{" "}
          <TermLink organization={organization} term="question">
            question
          </TermLink>{" "}
          asks for one fact and offers five descriptions, from level 1, {lowest}, to level 5, {highest}. Pick
          the one that fits. The{" "}
          <TermLink organization={organization} term="level">
            level
          </TermLink>{" "}
          of a{" "}
          <TermLink organization={organization} term="capability">
            capability
          </TermLink>{" "}
          is the weighted mean of its answers. What is{" "}
          <TermLink organization={organization} term="not-applicable">
            not applicable
          </TermLink>{" "}
          is left out of every figure; what you don't know stays an{" "}
          <TermLink organization={organization} term="open-question">
            open question
          </TermLink>
          .
        </p>
      </Step>

      <Step id="score" title="Score and band">
        <p>
          The{" "}
          <TermLink organization={organization} term="score">
            score
          </TermLink>{" "}
          puts the level on a scale of 0 to 100, whatever you aim for: level 1 is 0, level 3 is 50, level 5 is
          100. The{" "}
          <TermLink organization={organization} term="band">
            band
          </TermLink>{" "}
          says it in words, in steps of 20. A good average never hides a blocker: the band stands at most one
          step above that of the weakest{" "}
          <TermLink organization={organization} term="gating">
            gating capability
          </TermLink>
          .
        </p>
      </Step>

      <Step id="readiness" title="Phases and readiness">
        <p>
          A unit is assessed for a{" "}
          <TermLink organization={organization} term="target-phase">
            target phase
          </TermLink>
          , and each phase{" "}
          <TermLink organization={organization} term="required-level">
            requires
          </TermLink>{" "}
          more of a capability than the one before.{" "}
          <TermLink organization={organization} term="readiness">
            Readiness
          </TermLink>{" "}
          says how far the unit is on the way there: 100 means that every capability meets its requirement.
          More than is required in one place never makes up for less in another.
        </p>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          {PHASES.map((phase) => (
            <div key={phase} className="contents">
              <dt className="font-medium">{PHASE_WORDS[phase]}</dt>
              <dd className="text-muted">{PHASE_SUMMARIES[phase]}</dd>
            </div>
          ))}
        </dl>
      </Step>

      <Step id="bounds" title="Bounds">
        <p>
          A figure from half the answers is half a figure.{" "}
          <TermLink organization={organization} term="bounds">
            Bounds
          </TermLink>{" "}
          say what it could still become: the lower with every open question at level 1, the upper with every
          one at level 5. A guess counts one level either way. Two units whose bounds overlap are not in an
          order yet.
        </p>
      </Step>

      <Step id="gaps" title="Gaps and gains">
        <p>
          A{" "}
          <TermLink organization={organization} term="gap">
            gap
          </TermLink>{" "}
          is the required level minus the level. Its{" "}
          <TermLink organization={organization} term="gain">
            gain
          </TermLink>{" "}
          is the readiness that closing it is worth. Readiness and all gains add up to 100, so the list of
          gaps is the whole way, largest step first. Each gap names the{" "}
          <TermLink organization={organization} term="action">
            actions
          </TermLink>{" "}
          that close it. The{" "}
          <TermLink organization={organization} term="infrastructure">
            infrastructure
          </TermLink>{" "}
          view sorts the same gaps by who has to build what.
        </p>
      </Step>

      <Step id="verdict" title="Verdict">
        <p>
          The first rule that holds gives the{" "}
          <TermLink organization={organization} term="verdict">
            verdict
          </TermLink>
          , and the result lists everything that makes it hold.
        </p>
        <DataTable label="Rules of the verdict, the first that holds decides">
          <thead>
            <tr>
              <th scope="col">Verdict</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {verdictRulesInWords().map(({ outcome, when }) => (
              <tr key={outcome}>
                <th scope="row">{OUTCOME_WORDS[outcome]}</th>
                <td>{upperFirst(when)}.</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <p>
          Conditions and warning signs are the{" "}
          <TermLink organization={organization} term="suitability">
            suitability
          </TermLink>{" "}
          questions.{" "}
          <TermLink organization={organization} term="settling-questions">
            Settling questions
          </TermLink>{" "}
          are the ones to answer first when the verdict could still change.{" "}
          <TermLink organization={organization} term="confidence">
            Confidence
          </TermLink>{" "}
          says how far to trust it. {confidenceInWords()}
        </p>
      </Step>

      <Step id="risk" title="Risk">
        <p>
          A{" "}
          <TermLink organization={organization} term="risk">
            risk
          </TermLink>{" "}
          grows likelier as its{" "}
          <TermLink organization={organization} term="contributor">
            contributors
          </TermLink>{" "}
          fall short of what the phase requires. Its impact is one higher for a regulated unit where the law
          is concerned, and one higher where scale makes it worse and 10 units or 50 processes are in scope.
          The rating is looked up from both in table I-2 of NIST SP 800-30, not multiplied. A risk is shown{" "}
          <TermLink organization={organization} term="residual-risk">
            inherent, current and residual
          </TermLink>
          .
        </p>
      </Step>

      <Step id="comparison" title="Comparison">
        <p>
          Units are compared by area and capability, on their latest results and only within one major version
          of the{" "}
          <TermLink organization={organization} term="framework">
            framework
          </TermLink>
          . The comparison tells{" "}
          <TermLink organization={organization} term="common-weakness">
            common weaknesses from local ones
          </TermLink>
          , names{" "}
          <TermLink organization={organization} term="transfer-pair">
            who can teach whom
          </TermLink>
          , and shows what changed since last time. One unit's result never depends on another's.
        </p>
      </Step>
    </div>
  );
}

function Step({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex max-w-prose flex-col gap-3">
      <h3 id={`${id}-title`} className="text-xl font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
