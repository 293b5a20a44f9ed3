"use client";

import type { Route } from "next";
import { useActionState, useState } from "react";
import { DescribedRadio } from "@/components/forms/described-radio";
import { FormProblems } from "@/components/forms/form-problems";
import { Opened } from "@/components/forms/opened";
import { type FieldWords, StoredMeanwhile } from "@/components/forms/stored-meanwhile";
import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox, Select, TextArea, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/ui/use-hydrated";
import {
  KIND_SUMMARIES,
  KIND_WORDS,
  KINDS,
  RISK_CLASS_WORDS,
  RISK_CLASSES,
  STAGE_WORDS,
  STAGES,
  VALUE_WORDS,
  VALUES,
} from "@/lib/inventory/item";
import type { ItemEditState, ItemFormState, ItemFormValues } from "@/lib/inventory/item-form";

type Choice = { id: string; name: string };

const WORDS: FieldWords<ItemFormValues> = {
  kind: { label: "What is it?", words: KIND_WORDS },
  name: { label: "Name" },
  owner: { label: "Owner (optional)" },
  stage: { label: "Stage", words: STAGE_WORDS },
  serves: { label: "Processes it serves" },
  riskClass: { label: "Risk class", words: RISK_CLASS_WORDS },
  value: { label: "Value", words: VALUE_WORDS },
  reviewedOn: { label: "Last review (optional)" },
  note: { label: "Note (optional)" },
};

type ItemFormProps<State> = {
  action: (before: Awaited<State>, form: FormData) => Promise<State>;
  initial: Awaited<State>;
  /** Of the same unit, to say which are served. */
  processes: readonly Choice[];
  submitLabel: string;
  cancelHref: Route;
};

export function ItemForm<State extends ItemFormState | ItemEditState>({
  action,
  initial,
  processes,
  submitLabel,
  cancelHref,
}: ItemFormProps<State>) {
  const [state, send, pending] = useActionState(action, initial);
  const { values, fields, problem }: ItemFormState | ItemEditState = state;
  const [kind, setKind] = useState(values.kind);
  const hydrated = useHydrated();
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-6">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        {"meanwhile" in state ? (
          <>
            <StoredMeanwhile
              meanwhile={state.meanwhile}
              values={values}
              words={{ ...WORDS, serves: { ...WORDS.serves, words: namesOf(processes) } }}
            />
            <Opened values={state.opened} />
          </>
        ) : null}
        <RadioGroup id="kind" label={WORDS.kind.label} error={fields.kind}>
          {KINDS.map((one) => (
            <DescribedRadio
              // A radio forgets its default when the form is reset: a new key gives it the value that was sent.
              key={`${one} ${values.kind}`}
              name="kind"
              value={one}
              defaultChecked={values.kind === one}
              onChange={() => setKind(one)}
              title={KIND_WORDS[one]}
              summary={KIND_SUMMARIES[one]}
            />
          ))}
        </RadioGroup>
        <TextField
          id="name"
          name="name"
          label={WORDS.name.label}
          autoComplete="off"
          defaultValue={values.name}
          error={fields.name}
        />
        <TextField
          id="owner"
          name="owner"
          label={WORDS.owner.label}
          hint="Who answers for it."
          autoComplete="off"
          defaultValue={values.owner}
          error={fields.owner}
        />
        {/* Without script it stands there always, and does not count with a process. */}
        <div className="flex flex-col gap-6" hidden={hydrated && kind === "process"}>
          <Choices
            name="stage"
            label={WORDS.stage.label}
            open="Open"
            options={STAGES}
            words={STAGE_WORDS}
            values={values}
            fields={fields}
          />
          <Served processes={processes} chosen={values.serves} error={fields.serves} />
          <Choices
            name="riskClass"
            label={WORDS.riskClass.label}
            hint="By the AI Act, Regulation (EU) 2024/1689, or what comes nearest where it does not apply."
            open="Not classified"
            options={RISK_CLASSES}
            words={RISK_CLASS_WORDS}
            values={values}
            fields={fields}
          />
        </div>
        <Choices
          name="value"
          label={WORDS.value.label}
          hint="To the business: of the process itself, or of what AI does there."
          open="Open"
          options={VALUES}
          words={VALUE_WORDS}
          values={values}
          fields={fields}
        />
        <TextField
          id="reviewedOn"
          name="reviewedOn"
          type="date"
          label={WORDS.reviewedOn.label}
          defaultValue={values.reviewedOn}
          error={fields.reviewedOn}
        />
        <TextArea
          id="note"
          name="note"
          label={WORDS.note.label}
          rows={3}
          defaultValue={values.note}
          error={fields.note}
        />
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

const namesOf = (choices: readonly Choice[]) => Object.fromEntries(choices.map(({ id, name }) => [id, name]));

function Choices<Key extends string>({
  name,
  label,
  hint,
  open,
  options,
  words,
  values,
  fields,
}: {
  name: "stage" | "riskClass" | "value";
  label: string;
  hint?: string;
  /** What stands for not chosen. */
  open: string;
  options: readonly Key[];
  words: Record<Key, string>;
} & Pick<ItemFormState, "values" | "fields">) {
  return (
    // A select forgets its default when the form is reset: a new key gives it the value that was sent.
    <Select
      key={values[name]}
      id={name}
      name={name}
      label={label}
      hint={hint}
      defaultValue={values[name]}
      error={fields[name]}
    >
      <option value="">{open}</option>
      {options.map((key) => (
        <option key={key} value={key}>
          {words[key]}
        </option>
      ))}
    </Select>
  );
}

function Served({
  processes,
  chosen,
  error,
}: {
  processes: readonly Choice[];
  chosen: readonly string[];
  error: string | undefined;
}) {
  return (
    <fieldset id="serves" className="flex flex-col">
      <legend className="font-medium">{WORDS.serves.label}</legend>
      {error ? <p className="font-medium text-danger">{error}</p> : null}
      {processes.length === 0 ? (
        <p className="text-muted">
          This unit lists no process yet. Add one, then come back to choose it here.
        </p>
      ) : (
        <div className="grid max-h-80 overflow-y-auto sm:grid-cols-2">
          {processes.map(({ id, name }) => (
            <Checkbox
              key={`${id} ${chosen.includes(id)}`}
              id={`serves-${id}`}
              name="serves"
              value={id}
              label={<span className="font-normal wrap-anywhere">{name}</span>}
              defaultChecked={chosen.includes(id)}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
