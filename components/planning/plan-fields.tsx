import { Disclosure } from "@/components/ui/disclosure";
import { Select, TextField } from "@/components/ui/field";
import { RadioRow } from "@/components/ui/radio-row";
import { PHASES } from "@/lib/framework/types";
import { PHASE_WORDS } from "@/lib/framework/words";
import { CRITERION_RULES } from "@/lib/planning/approach-criteria";
import { TARGET_WORDS } from "@/lib/planning/reading/plan-words";
import {
  type PlanFormValues,
  peopleField,
  rateField,
  technologyField,
} from "@/lib/planning/requests/plan-form";

type Titled = { key: string; title: string };

type PlanFieldsProps = {
  values: PlanFormValues;
  fields: Record<string, string>;
  roles: readonly Titled[];
  /** The capabilities that technology is needed for. */
  technology: readonly Titled[];
  /** What a target phase that is left open means. */
  anyPhase: string;
};

const ROW = "gap-3 sm:grid-cols-[minmax(0,2fr)_1fr_1fr]";

/** What a plan is asked for, but for its units: the same for a new one and for one that is there. */
export function PlanFields({ values, fields, roles, technology, anyPhase }: PlanFieldsProps) {
  const text = (name: Exclude<keyof PlanFormValues, "units" | "people" | "rates" | "technology">) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: fields[name],
  });
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">What is to be reached?</legend>
        {(["ready", "readyWithConditions", "everyGap"] as const).map((target) => (
          <RadioRow
            // A radio forgets its default when the form is reset: a new key gives it the value that was sent.
            key={`${target} ${values.targetVerdict}`}
            name="targetVerdict"
            value={target}
            defaultChecked={values.targetVerdict === target}
            id={target === "ready" ? "targetVerdict" : undefined}
          >
            {TARGET_WORDS[target]}
          </RadioRow>
        ))}
        {fields.targetVerdict ? <p className="font-medium text-danger">{fields.targetVerdict}</p> : null}
      </fieldset>
      {/* A select forgets its default when the form is reset: a new key gives it the value that was sent. */}
      <Select key={values.targetPhase} label="Target phase" {...text("targetPhase")}>
        <option value="">{anyPhase}</option>
        {PHASES.map((phase) => (
          <option key={phase} value={phase}>
            {PHASE_WORDS[phase]}
          </option>
        ))}
      </Select>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField label="First day" hint="Of week 1." type="date" {...text("start")} />
        <TextField
          label="Weeks"
          hint="The method takes 12 to 24."
          inputMode="numeric"
          autoComplete="off"
          {...text("weeks")}
        />
      </div>
      <fieldset className="flex flex-col gap-3" id="capacity">
        <legend className="font-medium">People</legend>
        <p className="text-muted">
          Full-time equivalents of each role that the plan may use in every week: 0.5 is half a person. What a
          person-week costs may be left open.
        </p>
        <div aria-hidden="true" className={`${ROW} hidden font-medium sm:grid`}>
          <span />
          <span>People</span>
          <span>Cost per week</span>
        </div>
        <ul className="flex flex-col gap-2">
          {roles.map(({ key, title }) => (
            <li key={key} className={`${ROW} grid grid-cols-2 items-end`}>
              <span className="col-span-2 font-medium sm:col-span-1 sm:self-center">{title}</span>
              <TextField
                id={peopleField(key)}
                name={peopleField(key)}
                label={<Named title={title}>People</Named>}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={values.people[key] ?? ""}
                error={fields[peopleField(key)]}
              />
              <TextField
                id={rateField(key)}
                name={rateField(key)}
                label={<Named title={title}>Cost per week</Named>}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={values.rates[key] ?? ""}
                error={fields[rateField(key)]}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          label="Budget (optional)"
          hint="The plan stays within it."
          inputMode="decimal"
          autoComplete="off"
          {...text("budget")}
        />
        <TextField label="Currency" hint="Three letters." autoComplete="off" {...text("currency")} />
      </div>
      <Disclosure
        summary="Technology, and how sure the estimates are"
        open={[values.less, values.more, ...Object.values(values.technology)].some((typed) => typed !== "")}
      >
        <div className="flex flex-col gap-6">
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-1 font-medium">What technology costs, where that is known</legend>
            <p className="text-muted">
              In all, for as long as the plan runs. It is part of the cost, and of the budget.
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              {technology.map(({ key, title }) => (
                <TextField
                  key={key}
                  id={technologyField(key)}
                  name={technologyField(key)}
                  label={title}
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={values.technology[key] ?? ""}
                  error={fields[technologyField(key)]}
                />
              ))}
            </div>
          </fieldset>
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-1 font-medium">How far the effort may be off, in percent</legend>
            <p className="text-muted">
              Person-weeks and cost are then shown as a range too. Nothing is assumed while both are open.
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField
                label="Less than estimated"
                inputMode="decimal"
                autoComplete="off"
                {...text("less")}
              />
              <TextField
                label="More than estimated"
                inputMode="decimal"
                autoComplete="off"
                {...text("more")}
              />
            </div>
          </fieldset>
        </div>
      </Disclosure>
      <Disclosure summary="What the assessments cannot say">
        <div className="flex flex-col gap-6">
          {(["urgency", "riskTolerance"] as const).map((criterion) => (
            <Select
              key={`${criterion} ${values[criterion]}`}
              label={CRITERION_RULES[criterion].title}
              hint={`${CRITERION_RULES[criterion].measures}. It counts for the approach alone.`}
              {...text(criterion)}
            >
              <option value="">Not stated</option>
              {[1, 2, 3, 4, 5].map((step) => (
                <option key={step} value={step}>
                  {step}
                </option>
              ))}
            </Select>
          ))}
        </div>
      </Disclosure>
    </>
  );
}

/** A short label: the row names the rest, and where there is room for a head, the column does too. */
function Named({ title, children }: { title: string; children: string }) {
  return (
    <>
      <span className="sr-only">{title}: </span>
      <span className="sm:sr-only">{children}</span>
    </>
  );
}
