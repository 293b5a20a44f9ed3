import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Explanation, Source } from "@/lib/evaluation/explain";

/** Where on the page a source of a figure stands. */
export function anchorOf({ kind, key }: Source): string {
  return `${kind}-${key}`;
}

/** Opens the reason for one or more figures of `of`, or of the whole: formula, inputs with their weights, outcome. */
export function Why({ of, explanations }: { of?: string; explanations: readonly Explanation[] }) {
  const ofWhat = of ? ` of ${of}` : "";
  return (
    <Disclosure
      summary={
        <>
          Why
          <span className="sr-only">
            {" "}
            the {explanations.map(({ figure }) => figure).join(" and the ")}
            {ofWhat}
          </span>
        </>
      }
      className="max-w-full min-w-0 print:hidden"
    >
      <div className="flex flex-col gap-6 rounded-md border border-line bg-raised p-4 font-normal">
        {explanations.map((explanation) => (
          <Reason
            key={explanation.figure}
            label={`Inputs of the ${explanation.figure}${ofWhat}`}
            explanation={explanation}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function Reason({
  label,
  explanation: { formula, inputs, outcome },
}: {
  label: string;
  explanation: Explanation;
}) {
  const weighted = inputs.some(({ weight }) => weight !== undefined);
  return (
    <div className="flex flex-col gap-3">
      <p className="font-semibold">{outcome}</p>
      <p className="max-w-prose">{formula}</p>
      <DataTable label={label}>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Value</th>
            {weighted ? <th scope="col">Weight</th> : null}
          </tr>
        </thead>
        <tbody>
          {inputs.map(({ label, value, weight, source }) => (
            <tr key={label}>
              <td>{source ? <a href={`#${anchorOf(source)}`}>{label}</a> : label}</td>
              <td className="tabular-nums">{value}</td>
              {weighted ? <td className="tabular-nums">{weight}</td> : null}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
