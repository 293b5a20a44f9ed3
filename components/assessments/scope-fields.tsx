import { Checkbox, TextField } from "@/components/ui/field";
import type { ScopeValues } from "@/lib/assessments/assessment-form";

type ScopeField = "regulated" | "unitsInScope" | "processesInScope";

/** How far AI is to reach, as far as risks depend on it. */
export function ScopeFields({
  values,
  fields,
}: {
  values: Pick<ScopeValues, ScopeField>;
  fields: Partial<Record<ScopeField, string>>;
}) {
  return (
    <>
      <Checkbox
        id="regulated"
        name="regulated"
        label="Works under sector regulation"
        hint="Raises the impact of risks that concern the law."
        defaultChecked={values.regulated}
        error={fields.regulated}
      />
      <TextField
        id="unitsInScope"
        name="unitsInScope"
        label="Units in scope"
        hint="How many units, sites or teams AI is to reach. From 10 on, scale raises the impact of some risks."
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.unitsInScope}
        error={fields.unitsInScope}
      />
      <TextField
        id="processesInScope"
        name="processesInScope"
        label="Processes in scope"
        hint="How many business processes AI is to reach. From 50 on, scale raises the impact of some risks."
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.processesInScope}
        error={fields.processesInScope}
      />
    </>
  );
}
