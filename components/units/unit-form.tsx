"use client";

import { useActionState } from "react";
import { SCOPE_WORDS, ScopeFields } from "@/components/assessments/scope-fields";
import { FormProblems } from "@/components/forms/form-problems";
import { Opened } from "@/components/forms/opened";
import { type FieldWords, StoredMeanwhile } from "@/components/forms/stored-meanwhile";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select, TextField } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import type { ListedScope } from "@/lib/inventory/coverage";
import type { UnitEditState, UnitEditValues, UnitFormState } from "@/lib/units/unit-form";

export type ParentOption = { id: string; label: string };

const WORDS: FieldWords<UnitEditValues> = {
  name: { label: "Name" },
  region: { label: "Region (optional)" },
  industry: { label: "Industry (optional)" },
  ...SCOPE_WORDS,
};

type UnitFormProps<State> = {
  action: (before: Awaited<State>, form: FormData) => Promise<State>;
  initial: Awaited<State>;
  /** Where the unit may stand in the tree; left out where the form does not ask. */
  parents?: readonly ParentOption[];
  /** What the inventory lists; null for a new unit. */
  listed?: ListedScope | null;
  submitLabel: string;
  cancelHref: string;
};

export function UnitForm<State extends UnitFormState | UnitEditState>({
  action,
  initial,
  parents,
  listed = null,
  submitLabel,
  cancelHref,
}: UnitFormProps<State>) {
  const [state, send, pending] = useActionState(action, initial);
  const { values, problem }: UnitFormState | UnitEditState = state;
  const fields: UnitFormState["fields"] = state.fields;
  const parentId = "parentId" in values ? values.parentId : "";
  const text = (name: "name" | "region" | "industry") => ({
    id: name,
    name,
    label: WORDS[name].label,
    autoComplete: "off",
    defaultValue: values[name],
    error: fields[name],
  });
  return (
    <form action={send} noValidate className="max-w-xl">
      <fieldset disabled={pending} className="flex flex-col gap-6">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        {"meanwhile" in state ? (
          <>
            <StoredMeanwhile meanwhile={state.meanwhile} values={values} words={WORDS} />
            <Opened values={state.opened} />
          </>
        ) : null}
        <TextField {...text("name")} />
        {parents ? (
          // A select forgets its default when the form is reset: a new key gives it the value that was sent.
          <Select
            key={parentId}
            id="parentId"
            name="parentId"
            label="Belongs to"
            hint="The unit above it in the tree."
            defaultValue={parentId}
            error={fields.parentId}
          >
            <option value="">None: at the top</option>
            <Options options={parents} />
          </Select>
        ) : null}
        <TextField {...text("region")} />
        <TextField {...text("industry")} />
        <ScopeFields values={values} fields={fields} listed={listed} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{submitLabel}</Button>
          <ButtonLink href={cancelHref} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </fieldset>
    </form>
  );
}
