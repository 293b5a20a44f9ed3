import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { type Area, type Framework, PHASES } from "@/lib/framework/types";
import { INFRASTRUCTURE_WORDS, PHASE_WORDS } from "@/lib/framework/words";

export function Areas({ framework }: { framework: Framework }) {
  const capabilities = framework.areas.flatMap((area) => area.capabilities);
  const questions = capabilities.flatMap((capability) => capability.questions);
  return (
    <>
      <p className="max-w-prose">
        {framework.areas.length} areas hold {capabilities.length} capabilities and {questions.length}{" "}
        questions. Open an area to see what each capability means and which level each phase requires.
      </p>
      <div className="flex flex-col gap-2">
        {framework.areas.map((area) => (
          <Disclosure key={area.key} summary={`${area.title}: ${area.capabilities.length} capabilities`}>
            <p className="mb-2 max-w-prose text-muted">{area.summary}</p>
            <CapabilityTable area={area} />
          </Disclosure>
        ))}
      </div>
    </>
  );
}

function CapabilityTable({ area }: { area: Area }) {
  return (
    <DataTable label={`Capabilities of the area ${area.title} with their required levels`}>
      <thead>
        <tr>
          <th scope="col">Capability</th>
          <th scope="col">Infrastructure</th>
          {PHASES.map((phase) => (
            <th key={phase} scope="col" className="text-right">
              {PHASE_WORDS[phase]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {area.capabilities.map(({ key, title, summary, gating, infrastructure, required }) => (
          <tr key={key}>
            <th scope="row" className="min-w-64 font-normal">
              <span className="font-medium">{title}</span>{" "}
              {gating ? <Badge tone="accent">Gating</Badge> : null}
              <span className="block text-muted">{summary}</span>
            </th>
            <td>{INFRASTRUCTURE_WORDS[infrastructure]}</td>
            {PHASES.map((phase) => (
              <td key={phase} className="text-right tabular-nums">
                {required[phase]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
