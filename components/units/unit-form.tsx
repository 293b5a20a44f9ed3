"use client";

import { useActionState } from "react";
import { ScopeFields } from "@/components/assessments/scope-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import type { ListedScope } from "@/lib/inventory/coverage";
import type { UnitFormState, UnitFormValues } from "@/lib/units/unit-form";

export type ParentOption = { id: string; label: string };

type UnitFormProps = {
  action: (before: UnitFormState, form: FormData) => Promise<UnitFormState>;
  initial: UnitFormState;
  /** Where the unit may stand in the tree; left out where the form does not ask. */
  parents?: readonly ParentOption[];
  /** What the inventory lists; null for a new unit. */
  listed?: ListedScope | null;
  submitLabel: string;
  cancelHref: string;
};

export function UnitForm({
  action,
  initial,
  parents,
  listed = null,
  submitLabel,
  cancelHref,
}: UnitFormProps) {
  const [{ values, fields, problem }, send, pending] = useActionState(action, initial);
  const errors = Object.entries(fields).map(([id, message]) => ({ id, message }));
  const text = (name: Exclude<keyof UnitFormValues, "regulated">) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: fields[name],
  });
  return (
    <form action={send} noValidate className="max-w-xl">
      <fieldset disabled={pending} className="flex flex-col gap-6">
        {/* Taken away while sending, so that it takes the focus again when it comes back. */}
        {pending ? null : <ErrorSummary title="Check these fields" errors={errors} />}
        {problem ? (
          <div role="alert">
            <Callout tone="danger" title={problem} />
          </div>
        ) : null}
        <TextField label="Name" autoComplete="off" {...text("name")} />
        {parents ? (
          // A select forgets its default when the form is reset: a new key gives it the value that was sent.
          <Select
            key={values.parentId}
            label="Belongs to"
            hint="The unit above it in the tree."
            {...text("parentId")}
          >
            <option value="">None: at the top</option>
            <Options options={parents} />
          </Select>
        ) : null}
        <TextField label="Region (optional)" autoComplete="off" {...text("region")} />
        <TextField label="Industry (optional)" autoComplete="off" {...text("industry")} />
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
