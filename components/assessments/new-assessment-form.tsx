"use client";

import type { Route } from "next";
import { useActionState, useState } from "react";
import { DescribedRadio } from "@/components/forms/described-radio";
import { FormProblems } from "@/components/forms/form-problems";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import { RadioGroup } from "@/components/ui/radio-group";
import { NEW_UNIT, type NewAssessmentValues } from "@/lib/assessments/assessment-form";
import { formatDay } from "@/lib/format/date";
import type { FormState } from "@/lib/forms/form-state";
import { DEPTHS } from "@/lib/framework/types";
import { DEPTH_SUMMARIES, DEPTH_WORDS } from "@/lib/framework/words";
import type { ListedScope } from "@/lib/inventory/coverage";
import { PhaseChoice } from "./phase-choice";
import { ScopeFields } from "./scope-fields";

export type UnitChoice = {
  id: string;
  /** The name, indented as it stands in the tree. */
  label: string;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
  /** What the inventory lists of it; null when it lists no process. */
  listed: ListedScope | null;
  /** When it last submitted an assessment. */
  submittedAt: Date | null;
};

type State = FormState<NewAssessmentValues>;

type NewAssessmentFormProps = {
  action: (before: State, form: FormData) => Promise<State>;
  initial: State;
  units: readonly UnitChoice[];
  /** Whether a unit may be created along. */
  mayCreateUnit: boolean;
  cancelHref: Route;
};

export function NewAssessmentForm({
  action,
  initial,
  units,
  mayCreateUnit,
  cancelHref,
}: NewAssessmentFormProps) {
  const [state, send, pending] = useActionState(action, initial);
  const { values, fields, problem } = state;
  const [unitId, setUnitId] = useState(initial.values.unitId);
  const [scopeTouched, setScopeTouched] = useState(false);
  const [scopeOf, setScopeOf] = useState(unitId);
  const unit = units.find(({ id }) => id === unitId);
  // What was sent comes back as it was; before that the unit says its scope, unless it was typed.
  const sent = state !== initial && scopeOf === values.unitId;
  const scope = sent ? values : { ...values, ...scopeValues(units.find(({ id }) => id === scopeOf)) };

  function chooseUnit(id: string) {
    setUnitId(id);
    if (!scopeTouched) setScopeOf(id);
  }

  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-8">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        <div className="group flex flex-col gap-6">
          {units.length > 0 ? (
            // A select forgets its default when the form is reset: a new key gives it the value that was sent.
            <Select
              key={values.unitId}
              id="unitId"
              name="unitId"
              label="Which unit is assessed?"
              defaultValue={values.unitId}
              error={fields.unitId}
              onChange={(event) => chooseUnit(event.target.value)}
            >
              <option value="">Choose a unit</option>
              {mayCreateUnit ? <option value={NEW_UNIT}>A new unit</option> : null}
              <Options options={units} />
            </Select>
          ) : (
            <input type="hidden" name="unitId" value={NEW_UNIT} />
          )}
          {mayCreateUnit ? (
            <div className={units.length > 0 ? "hidden group-has-[option[value=new]:checked]:block" : ""}>
              <TextField
                id="unitName"
                name="unitName"
                label="Name of the unit"
                hint="A business unit, location or plant, such as Retail Banking. You can place it in the tree later."
                autoComplete="off"
                defaultValue={values.unitName}
                error={fields.unitName}
              />
            </div>
          ) : null}
          {unit?.submittedAt ? (
            <Checkbox
              id="carryOver"
              name="carryOver"
              label={`Start from the answers of ${formatDay(unit.submittedAt)}`}
              hint="They are carried over, each marked until you confirm or change it."
              defaultChecked={values.carryOver}
            />
          ) : null}
        </div>
        <RadioGroup id="depth" label="How deep should it go?" error={fields.depth}>
          {DEPTHS.map((depth) => (
            <DescribedRadio
              key={depth}
              name="depth"
              value={depth}
              defaultChecked={values.depth === depth}
              title={DEPTH_WORDS[depth]}
              summary={DEPTH_SUMMARIES[depth]}
            />
          ))}
        </RadioGroup>
        <PhaseChoice value={values.targetPhase} error={fields.targetPhase} />
        <div key={scopeOf} onChange={() => setScopeTouched(true)} className="flex flex-col gap-6">
          <ScopeFields values={scope} fields={fields} listed={listedOf(units, scopeOf)} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit">Start the assessment</Button>
          <ButtonLink href={cancelHref} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </fieldset>
    </form>
  );
}

function listedOf(units: readonly UnitChoice[], unitId: string): ListedScope | null {
  return units.find(({ id }) => id === unitId)?.listed ?? null;
}

/** As the unit says, and no less than the inventory lists. */
function scopeValues(unit: UnitChoice | undefined) {
  if (!unit) return {};
  const { regulated, unitsInScope, processesInScope, listed } = unit;
  return {
    regulated,
    unitsInScope: String(Math.max(unitsInScope, listed?.units ?? 0)),
    processesInScope: String(Math.max(processesInScope, listed?.processes ?? 0)),
  };
}
