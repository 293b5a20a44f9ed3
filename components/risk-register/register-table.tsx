import { RATING_TONE } from "@/components/results/headline";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { DUE_WORDS, dueOf, TREATMENT_WORDS } from "@/lib/risk-register/entry";
import type { RegisterRisk } from "@/lib/risk-register/register";
import { RATING_WORDS } from "@/lib/scoring/result-words";

export function RegisterTable({
  href,
  rows,
  today,
}: {
  href: string;
  /** The worst today first. */
  rows: readonly (RegisterRisk & { title: string })[];
  /** ISO 8601 */
  today: string;
}) {
  return (
    <DataTable label="Risk register" stacked>
      <thead>
        <tr>
          <th scope="col">Risk</th>
          <th scope="col">Without controls</th>
          <th scope="col">Today</th>
          <th scope="col">As planned</th>
          <th scope="col">Owner</th>
          <th scope="col">Treatment</th>
          <th scope="col">Review</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, now, outlook, entries: [entry] }) => {
          const due = entry ? dueOf(entry, today) : null;
          return (
            <tr key={now.key} id={`risk-${now.key}`}>
              <th scope="row" className="min-w-56">
                <TextLink href={`${href}/${now.key}`} prefetch={false} className="inline-block py-2">
                  {title}
                </TextLink>
              </th>
              <td data-label="Without controls">{RATING_WORDS[now.inherent]}</td>
              <td data-label="Today">
                <Badge tone={RATING_TONE[now.rating]}>{RATING_WORDS[now.rating]}</Badge>
              </td>
              <td data-label="As planned">
                {outlook ? (
                  <Badge tone={RATING_TONE[outlook.planned.rating]}>
                    {RATING_WORDS[outlook.planned.rating]}
                  </Badge>
                ) : (
                  "–"
                )}
              </td>
              <td data-label="Owner">{entry?.owner ?? <span className="text-muted">Nobody yet</span>}</td>
              <td data-label="Treatment" className="wide min-w-40">
                {entry?.treatment ? (
                  TREATMENT_WORDS[entry.treatment]
                ) : (
                  <span className="text-muted">Open</span>
                )}
                {entry?.treatment === "accept" && entry.acceptedUntil ? (
                  <span className="block text-sm text-muted">
                    by {entry.acceptedBy} until {formatDay(new Date(entry.acceptedUntil))}
                  </span>
                ) : null}
              </td>
              <td data-label="Review" className="wide min-w-32">
                {entry?.reviewOn ? formatDay(new Date(entry.reviewOn)) : "–"}
                {due ? (
                  <span className="block">
                    <Badge tone="warning">{DUE_WORDS[due]}</Badge>
                  </span>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
