import { DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { type RiskEntry, TREATMENT_WORDS } from "@/lib/risk-register/entry";

/** Everything that was decided about a risk, the latest first. */
export function RiskHistory({ entries }: { entries: readonly RiskEntry[] }) {
  return (
    <section aria-labelledby="history-title" className="flex flex-col gap-3">
      <h2 id="history-title" className="text-xl font-semibold">
        History
      </h2>
      {entries.length === 0 ? (
        <p className="text-muted">Nothing is decided yet.</p>
      ) : (
        <DataTable label="History of this risk" stacked>
          <thead>
            <tr>
              <th scope="col">Decided</th>
              <th scope="col">Owner</th>
              <th scope="col">Treatment</th>
              <th scope="col">Review</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.revision}>
                <th scope="row" className="whitespace-nowrap">
                  {formatDay(entry.createdAt)}
                  <span className="block text-sm font-normal text-muted">Revision {entry.revision}</span>
                </th>
                <td data-label="Owner">{entry.owner ?? "–"}</td>
                <td data-label="Treatment" className="wide">
                  {entry.treatment ? TREATMENT_WORDS[entry.treatment] : "Open"}
                  {entry.acceptedUntil
                    ? `: by ${entry.acceptedBy} until ${formatDay(new Date(entry.acceptedUntil))}`
                    : ""}
                </td>
                <td data-label="Review">{entry.reviewOn ? formatDay(new Date(entry.reviewOn)) : "–"}</td>
                <td data-label="Note" className="wide whitespace-pre-line">
                  {[
                    entry.note,
                    entry.indicator && `Early warning: ${entry.indicator}`,
                    entry.contingency && `If it happens: ${entry.contingency}`,
                  ]
                    .filter((part) => part !== "")
                    .join("\n") || "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
