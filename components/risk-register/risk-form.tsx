"use client";

import { useActionState, useState } from "react";
import { DescribedRadio } from "@/components/forms/described-radio";
import { FormProblems } from "@/components/forms/form-problems";
import { Opened } from "@/components/forms/opened";
import { type FieldWords, StoredMeanwhile } from "@/components/forms/stored-meanwhile";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { RadioRow } from "@/components/ui/radio-row";
import { useHydrated } from "@/components/ui/use-hydrated";
import { TREATMENT_SUMMARIES, TREATMENT_WORDS, TREATMENTS } from "@/lib/risk-register/entry";
import type { RiskFormState, RiskFormValues } from "@/lib/risk-register/entry-form";

const WORDS: FieldWords<RiskFormValues> = {
  owner: { label: "Owner" },
  treatment: { label: "Treatment", words: TREATMENT_WORDS },
  acceptedBy: { label: "Accepted by (with Accept)" },
  acceptedUntil: { label: "Accepted until (with Accept)" },
  indicator: { label: "Early warning" },
  contingency: { label: "If it happens all the same" },
  reviewOn: { label: "Review on" },
  note: { label: "Note" },
};

type RiskFormProps = {
  action: (before: RiskFormState, form: FormData) => Promise<RiskFormState>;
  initial: RiskFormState;
  /** What holds where nothing is written. */
  placeholders: { contingency: string; indicator: string };
  cancelHref: string;
};

/** Who owns a risk and what is done about it; storing it adds to the history. */
export function RiskForm({ action, initial, placeholders, cancelHref }: RiskFormProps) {
  const [{ values, fields, problem, opened, meanwhile }, send, pending] = useActionState(action, initial);
  const [treatment, setTreatment] = useState(values.treatment);
  const hydrated = useHydrated();
  const text = (name: keyof RiskFormValues) => ({
    id: name,
    name,
    label: WORDS[name].label,
    defaultValue: values[name],
    error: fields[name],
  });
  const radio = (value: string) => ({
    name: "treatment",
    value,
    defaultChecked: values.treatment === value,
    onChange: () => setTreatment(value),
  });
  return (
    <form action={send} noValidate className="max-w-2xl">
      <fieldset disabled={pending} className="flex flex-col gap-6">
        <FormProblems fields={fields} problem={problem} pending={pending} />
        <StoredMeanwhile meanwhile={meanwhile} values={values} words={WORDS} />
        <Opened values={opened} />
        <TextField hint="Who answers for it." autoComplete="off" {...text("owner")} />
        <fieldset id="treatment" className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">{WORDS.treatment.label}</legend>
          {TREATMENTS.map((one) => (
            <DescribedRadio
              // A radio forgets its default when the form is reset: a new key gives it the value that was sent.
              key={`${one} ${values.treatment}`}
              title={TREATMENT_WORDS[one]}
              summary={TREATMENT_SUMMARIES[one]}
              {...radio(one)}
            />
          ))}
          <RadioRow key={`open ${values.treatment}`} {...radio("")}>
            Open
          </RadioRow>
        </fieldset>
        {/* Without script both stand there always: they count with *Accept* alone. */}
        <div className="grid gap-6 sm:grid-cols-2" hidden={hydrated && treatment !== "accept"}>
          <TextField autoComplete="off" {...text("acceptedBy")} />
          <TextField type="date" {...text("acceptedUntil")} />
        </div>
        <TextArea hint={`Left empty: ${placeholders.indicator}`} rows={2} {...text("indicator")} />
        <TextArea hint={`Left empty: ${placeholders.contingency}`} rows={2} {...text("contingency")} />
        <TextField type="date" {...text("reviewOn")} />
        <TextArea hint="Why it was decided so." rows={3} {...text("note")} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">Store</Button>
          <ButtonLink href={cancelHref} variant="secondary">
            Cancel
          </ButtonLink>
        </div>
      </fieldset>
    </form>
  );
}
