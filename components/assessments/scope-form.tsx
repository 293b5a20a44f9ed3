"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ScopeValues } from "@/lib/assessments/assessment-form";
import type { FormState } from "@/lib/forms/form-state";
import type { ListedScope } from "@/lib/inventory/coverage";
import { FormProblems } from "./form-problems";
import { PhaseChoice } from "./phase-choice";
import { ScopeFields } from "./scope-fields";

type State = FormState<ScopeValues>;

export function ScopeForm({
  action,
  initial,
  listed,
  cancelHref,
}: {
  action: (before: State, form: FormData) => Promise<State>;
  initial: State;
  listed: ListedScope | null;
  cancelHref: Route;
}) {
  const [{ values, fields, problem }, send, pending] = useActionState(action, initial);
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-8">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        <PhaseChoice value={values.targetPhase} error={fields.targetPhase} />
        <div className="flex flex-col gap-6">
          <ScopeFields values={values} fields={fields} listed={listed} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit">Save</Button>
          <ButtonLink href={cancelHref} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </fieldset>
    </form>
  );
}
