"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormProblems } from "@/components/forms/form-problems";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, TextField } from "@/components/ui/field";
import type { PlanFormState } from "@/lib/planning/requests/plan-form";
import { PlanFields } from "./plan-fields";

export type PlannableUnit = { id: string; name: string; note: string };

export function NewPlanForm({
  action,
  initial,
  units,
  search,
  framework,
  roles,
  technology,
  cancelHref,
}: {
  action: (before: PlanFormState, form: FormData) => Promise<PlanFormState>;
  initial: PlanFormState;
  units: readonly PlannableUnit[];
  /** What was looked for among how many; null where all of them are shown. */
  search: { find: string; all: number; action: string } | null;
  /** `ai-scaling@1.0.0`: which one the roles and the technology are of. */
  framework: string;
  roles: readonly { key: string; title: string }[];
  technology: readonly { key: string; title: string }[];
  cancelHref: Route;
}) {
  const [{ values, fields, problem }, send, pending] = useActionState(action, initial);
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-8">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        <input type="hidden" name="framework" value={framework} />
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
          {search ? (
            <div className="flex flex-wrap items-end gap-3">
              <TextField
                id="find"
                name="find"
                type="search"
                label="Find a unit by name, region or industry"
                hint={`${units.length} of ${search.all} assessed units are shown. What is ticked and typed is kept.`}
                defaultValue={search.find}
              />
              {/* Sends the whole form to the page itself, which fills it again. */}
              <Button type="submit" variant="secondary" formAction={search.action} formMethod="get">
                Find
              </Button>
            </div>
          ) : null}
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
        <PlanFields
          values={values}
          fields={fields}
          roles={roles}
          technology={technology}
          anyPhase="As each unit was assessed for"
        />
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
