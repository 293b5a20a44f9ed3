import { DataTable } from "@/components/ui/data-table";
import { formatFigure, GROUPING_WORDS, MEASURE_WORDS } from "@/lib/comparison/words";
import type { ComparisonView } from "./comparison-view";

export function SpreadTable({ comparison }: { comparison: ComparisonView }) {
  const { columns, view, namesOf } = comparison;
  const heads = ["Lowest", "Lower quartile", "Median", "Upper quartile", "Highest", "Spread"];
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        label={`Median, quartiles and spread of ${MEASURE_WORDS[view.measure].toLowerCase()}`}
        stacked
      >
        <thead>
          <tr>
            <th scope="col">{GROUPING_WORDS[view.by]}</th>
            <th scope="col">Units</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Strongest</th>
            <th scope="col">Weakest</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {columns.map(({ key, title, distribution, strongest, weakest }) => (
            <tr key={key}>
              <th scope="row" className="font-normal">
                {title}
              </th>
              {distribution ? (
                <>
                  <td data-label="Units">{distribution.count}</td>
                  {[
                    distribution.lowest,
                    distribution.lowerQuartile,
                    distribution.median,
                    distribution.upperQuartile,
                    distribution.highest,
                    distribution.spread,
                  ].map((value, index) => (
                    <td key={heads[index]} data-label={heads[index]}>
                      {formatFigure(value, view.measure)}
                    </td>
                  ))}
                  <td data-label="Strongest" className="wide min-w-40">
                    {namesOf(strongest)}
                  </td>
                  <td data-label="Weakest" className="wide min-w-40">
                    {namesOf(weakest)}
                  </td>
                </>
              ) : (
                <td colSpan={9} className="text-muted">
                  Not assessed in any unit
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="text-muted">
        Quartiles by linear interpolation (type 7), as a spreadsheet&rsquo;s QUARTILE.INC. The spread is the
        highest less the lowest.
      </p>
    </div>
  );
}
