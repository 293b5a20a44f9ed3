"use client";

import { useActionState, useState } from "react";
import { DescribedRadio } from "@/components/assessments/described-radio";
import { FormProblems } from "@/components/assessments/form-problems";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { RadioRow } from "@/components/ui/radio-row";
import { useHydrated } from "@/components/ui/use-hydrated";
import { TREATMENT_SUMMARIES, TREATMENT_WORDS, TREATMENTS } from "@/lib/risk-register/entry";
import type { RiskFormState, RiskFormValues } from "@/lib/risk-register/entry-form";

type RiskFormProps = {
  action: (before: RiskFormState, form: FormData) => Promise<RiskFormState>;
  initial: RiskFormState;
  /** What holds where nothing is written. */
  placeholders: { contingency: string; indicator: string };
  cancelHref: string;
};

/** Who owns a risk and what is done about it; storing it adds to the history. */
export function RiskForm({ action, initial, placeholders, cancelHref }: RiskFormProps) {
  const [{ values, fields, problem }, send, pending] = useActionState(action, initial);
  const [treatment, setTreatment] = useState(values.treatment);
  const hydrated = useHydrated();
  const text = (name: keyof RiskFormValues) => ({
    id: name,
    name,
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
        <TextField label="Owner" hint="Who answers for it." autoComplete="off" {...text("owner")} />
        <fieldset id="treatment" className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Treatment</legend>
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
          <TextField label="Accepted by (with Accept)" autoComplete="off" {...text("acceptedBy")} />
          <TextField label="Accepted until (with Accept)" type="date" {...text("acceptedUntil")} />
        </div>
        <TextArea
          label="Early warning"
          hint={`Left empty: ${placeholders.indicator}`}
          rows={2}
          {...text("indicator")}
        />
        <TextArea
          label="If it happens all the same"
          hint={`Left empty: ${placeholders.contingency}`}
          rows={2}
          {...text("contingency")}
        />
        <TextField label="Review on" type="date" {...text("reviewOn")} />
        <TextArea label="Note" hint="Why it was decided so." rows={3} {...text("note")} />
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
