"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, TextField } from "@/components/ui/field";
import type { PlanFormState } from "@/lib/planning/plan-form";
import { PlanFields } from "./plan-fields";

export type PlannableUnit = { id: string; name: string; note: string };

export function NewPlanForm({
  action,
  initial,
  units,
  roles,
  cancelHref,
}: {
  action: (before: PlanFormState, form: FormData) => Promise<PlanFormState>;
  initial: PlanFormState;
  units: readonly PlannableUnit[];
  roles: readonly { key: string; title: string }[];
  cancelHref: Route;
}) {
  const [{ values, fields, problem }, send, pending] = useActionState(action, initial);
  const errors = Object.entries(fields).map(([id, message]) => ({ id, message }));
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-8">
        {/* Taken away while sending, so that it takes the focus again when it comes back. */}
        {pending ? null : <ErrorSummary title="Check these fields" errors={errors} />}
        {problem && !pending ? (
          <div role="alert">
            <Callout tone="danger" title={problem} />
          </div>
        ) : null}
        <TextField
          id="name"
          name="name"
          label="Name of the plan"
          autoComplete="off"
          defaultValue={values.name}
          error={fields.name}
        />
        <fieldset id="units" tabIndex={-1} className="flex flex-col gap-1">
          <legend className="font-medium">Units, each by its latest submitted assessment</legend>
          {fields.units ? <p className="font-medium text-danger">{fields.units}</p> : null}
          <div className="grid max-h-96 gap-2 overflow-y-auto sm:grid-cols-2">
            {units.map(({ id, name, note }) => (
              <Checkbox
                // A tick forgets its default when the form is reset: a new key gives it what was sent.
                key={`${id} ${values.units.includes(id)}`}
                id={`unit-${id}`}
                name="units"
                value={id}
                defaultChecked={values.units.includes(id)}
                label={
                  <span>
                    {name}
                    <span className="block text-sm font-normal text-muted">{note}</span>
                  </span>
                }
              />
            ))}
          </div>
        </fieldset>
        <PlanFields values={values} fields={fields} roles={roles} anyPhase="As each unit was assessed for" />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{pending ? "Making the plan" : "Make the plan"}</Button>
          <ButtonLink href={cancelHref} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </fieldset>
    </form>
  );
}
