"use client";

import { useActionState } from "react";
import { FormProblems } from "@/components/forms/form-problems";
import { Opened } from "@/components/forms/opened";
import { StoredMeanwhile } from "@/components/forms/stored-meanwhile";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { openForm, type RecordFormState } from "@/lib/forms/form-state";

export type RenameFormState = RecordFormState<{ name: string }> & { saved: boolean };

const LABEL = "Name of the organization";

type RenameFormProps = {
  name: string;
  action: (before: RenameFormState, form: FormData) => Promise<RenameFormState>;
};

export function RenameForm({ name, action }: RenameFormProps) {
  const [{ values, fields, problem, opened, meanwhile, saved }, send, pending] = useActionState(action, {
    ...openForm({ name }),
    saved: false,
  });
  return (
    <form action={send} noValidate className="flex max-w-xl flex-col items-start gap-4">
      <FormProblems fields={fields} problem={problem} pending={pending} />
      <StoredMeanwhile meanwhile={meanwhile} values={values} words={{ name: { label: LABEL } }} />
      <Opened values={opened} />
      <div className="w-full">
        <TextField
          id="name"
          name="name"
          label={LABEL}
          hint="Stands at the top of every page and in every report."
          autoComplete="organization"
          defaultValue={values.name}
          error={fields.name}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={pending}>
          Save
        </Button>
        <p role="status">{saved ? "Saved." : ""}</p>
      </div>
    </form>
  );
}
