import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/number";
import { OBSTACLE_WORDS } from "@/lib/planning/reading/plan-words";
import { actionTitle, changeHref, type PlanView } from "./plan-view";

/** What the target asks for and the plan does not hold, and what was taken out by hand. */
export function Unplaced({ view }: { view: PlanView }) {
  const { plan, request, mayEdit } = view;
  return (
    <PageSection
      id="unplaced"
      title="Not in the plan"
      lead="What the target asks for and does not fit, with the least that would place it beside everything else."
    >
      {plan.unplaced.length === 0 ? (
        <p>Everything that the target asks for has its weeks.</p>
      ) : (
        <DataTable label="Actions without a place" stacked>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Unit</th>
              <th scope="col">Why</th>
              <th scope="col">What it would take</th>
            </tr>
          </thead>
          <tbody>
            {plan.unplaced.map((one) => (
              <tr key={`${one.unit} ${one.action}`}>
                <th scope="row" className="min-w-56">
                  {actionTitle(view, one)}
                </th>
                <td data-label="Unit">{one.unit}</td>
                <td data-label="Why">{OBSTACLE_WORDS[one.why]}</td>
                <td data-label="What it would take">{one.wouldNeed}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {request.dropped.length > 0 ? (
        <div className="flex flex-col gap-2">
          <h3 className="text-lg font-semibold">Left out: {formatCount(request.dropped.length, "action")}</h3>
          <ul className="flex flex-col gap-1">
            {request.dropped.map((drop) => (
              <li key={`${drop.unit} ${drop.action}`} className="flex flex-wrap items-center gap-x-3">
                {actionTitle(view, drop)}, {drop.unit}
                {mayEdit ? (
                  <TextLink
                    href={changeHref(view, { do: "restore", ...drop })}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center"
                  >
                    Put back
                    <span className="sr-only">
                      {" "}
                      {actionTitle(view, drop)}, {drop.unit}
                    </span>
                  </TextLink>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </PageSection>
  );
}
