import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Explanation, Source } from "@/lib/evaluation/explain";

/** Where on the page a source of a figure stands. */
export function anchorOf({ kind, key }: Source): string {
  return `${kind}-${key}`;
}

/** Opens the reason for a figure: formula, inputs with their weights, outcome. `of` names the figure. */
export function Why({ of, explanation }: { of: string; explanation: Explanation }) {
  const { formula, inputs, outcome } = explanation;
  const weighted = inputs.some(({ weight }) => weight !== undefined);
  return (
    <Disclosure
      summary={
        <>
          Why<span className="sr-only"> {of}</span>
        </>
      }
      className="max-w-full min-w-0 print:hidden"
    >
      <div className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4">
        <p>{formula}</p>
        <DataTable label={`Inputs of ${of}`}>
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
        <p className="font-medium">{outcome}</p>
      </div>
    </Disclosure>
  );
}
