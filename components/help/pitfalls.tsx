import { Panel } from "@/components/ui/panel";
import { PITFALL_PROBLEMS, PITFALL_SOLUTIONS } from "@/lib/framework/pitfalls";
import { type Framework, PITFALLS, type Pitfall } from "@/lib/framework/types";
import { PITFALL_WORDS } from "@/lib/framework/words";

export function Pitfalls({ framework }: { framework: Framework }) {
  return (
    <>
      <p className="max-w-prose">
        Most rollouts that fail, fail in one of four ways. Each is a risk that every assessment rates from the
        answers: its likelihood rises as the capabilities that guard against it fall short, and its rating
        shows which of them contribute most.
      </p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {PITFALLS.map((pitfall) => (
          <li key={pitfall} className="flex">
            <PitfallPanel pitfall={pitfall} framework={framework} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PitfallPanel({ pitfall, framework }: { pitfall: Pitfall; framework: Framework }) {
  const titles = new Map(
    framework.areas.flatMap((area) => area.capabilities).map(({ key, title }) => [key, title]),
  );
  const risk = framework.risks.find((candidate) => candidate.pitfall === pitfall);
  const guards = [...(risk?.contributors ?? [])].sort((a, b) => b.weight - a.weight);
  return (
    <Panel className="flex flex-1 flex-col gap-3">
      <h3 className="text-lg font-semibold">{PITFALL_WORDS[pitfall]}</h3>
      <p>{PITFALL_PROBLEMS[pitfall]}</p>
      <p>
        <span className="font-medium">The way out: </span>
        {PITFALL_SOLUTIONS[pitfall]}
      </p>
      <p>
        <span className="font-medium">What this app looks at: </span>
        {guards.map(({ capability }) => titles.get(capability) ?? capability).join(", ")}.
      </p>
      {risk ? (
        <p>
          <span className="font-medium">Early warning: </span>
          {risk.indicator}
        </p>
      ) : null}
    </Panel>
  );
}
