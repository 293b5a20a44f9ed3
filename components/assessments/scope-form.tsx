"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormProblems } from "@/components/forms/form-problems";
import { Opened } from "@/components/forms/opened";
import { type FieldWords, StoredMeanwhile } from "@/components/forms/stored-meanwhile";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ScopeValues } from "@/lib/assessments/assessment-form";
import type { RecordFormState } from "@/lib/forms/form-state";
import { PHASE_WORDS } from "@/lib/framework/words";
import type { ListedScope } from "@/lib/inventory/coverage";
import { PhaseChoice } from "./phase-choice";
import { SCOPE_WORDS, ScopeFields } from "./scope-fields";

type State = RecordFormState<ScopeValues>;

const WORDS: FieldWords<ScopeValues> = {
  targetPhase: { label: "Target phase", words: PHASE_WORDS },
  ...SCOPE_WORDS,
};

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
  const [{ values, fields, problem, opened, meanwhile }, send, pending] = useActionState(action, initial);
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-8">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        <StoredMeanwhile meanwhile={meanwhile} values={values} words={WORDS} />
        <Opened values={opened} />
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
