"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/field";

export type RenameFormState = {
  /** As typed. */
  name: string;
  error: string | null;
  problem: string | null;
  saved: boolean;
};

type RenameFormProps = {
  name: string;
  action: (before: RenameFormState, form: FormData) => Promise<RenameFormState>;
};

export function RenameForm({ name, action }: RenameFormProps) {
  const initial = { name, error: null, problem: null, saved: false };
  const [state, send, pending] = useActionState(action, initial);
  return (
    <form action={send} noValidate className="flex max-w-xl flex-col items-start gap-4">
      {state.problem ? (
        <div role="alert">
          <Callout tone="danger" title={state.problem} />
        </div>
      ) : null}
      <div className="w-full">
        <TextField
          id="name"
          name="name"
          label="Name of the organization"
          hint="Stands at the top of every page and in every report."
          autoComplete="organization"
          defaultValue={state.name}
          error={state.error ?? undefined}
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={pending}>
          Save
        </Button>
        <p role="status">{state.saved ? "Saved." : ""}</p>
      </div>
    </form>
  );
}
