import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { formatCount } from "@/lib/format/number";
import type { PlanItem } from "@/lib/planning/plan";
import { partField, type TypedPart } from "@/lib/planning/requests/split-form";
import { type PlanView, planHref } from "./plan-view";

const ROW = "gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)]";

/** Asks for a look at what the parts of an action would change: nothing is stored by it. */
export function SplitForm({
  view,
  item: { unit, action, personWeeks },
  values,
  fields,
}: {
  view: PlanView;
  item: PlanItem;
  values: readonly TypedPart[];
  /** What is wrong, by name of the field. */
  fields: Record<string, string>;
}) {
  const errors = Object.entries(fields).map(([id, message]) => ({ id, message }));
  return (
    <form
      action={`${planHref(view.organization, view.id)}/change`}
      noValidate
      className="flex max-w-2xl flex-col items-start gap-4"
    >
      <ErrorSummary title="Check these fields" errors={errors} />
      <input type="hidden" name="do" value="split" />
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="action" value={action} />
      <p className="text-muted">
        Work pauses between the parts, and what comes after waits for the last. Together they take{" "}
        {formatCount(personWeeks, "person-week")}. They are locked, and all else goes around them.
      </p>
      <ul className="flex w-full flex-col gap-2">
        {values.map((typed, place) => {
          const title = `Part ${place + 1}`;
          return (
            <li key={title} className={`${ROW} grid grid-cols-2 items-end`}>
              <span className="col-span-2 font-medium sm:col-span-1 sm:pb-2.5">
                {title}
                {place > 1 ? <span className="font-normal text-muted"> (optional)</span> : null}
              </span>
              {(
                [
                  ["week", "Begins in week"],
                  ["work", "Person-weeks"],
                ] as const
              ).map(([field, label]) => (
                <TextField
                  key={field}
                  id={partField(place, field)}
                  name={partField(place, field)}
                  label={
                    <>
                      <span className="sr-only">{title}: </span>
                      {label}
                    </>
                  }
                  inputMode={field === "week" ? "numeric" : "decimal"}
                  autoComplete="off"
                  defaultValue={typed[field]}
                  error={fields[partField(place, field)]}
                />
              ))}
            </li>
          );
        })}
      </ul>
      <Button type="submit" variant="secondary">
        See what the parts change
      </Button>
    </form>
  );
}
