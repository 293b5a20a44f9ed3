import { Checkbox, TextField } from "@/components/ui/field";
import type { ScopeValues } from "@/lib/assessments/assessment-form";
import type { ListedScope } from "@/lib/inventory/coverage";

type ScopeField = "regulated" | "unitsInScope" | "processesInScope";

export const SCOPE_WORDS = {
  regulated: { label: "Works under sector regulation" },
  unitsInScope: { label: "Units in scope" },
  processesInScope: { label: "Processes in scope" },
} as const satisfies Record<ScopeField, { label: string }>;

/** How far AI is to reach, as far as risks depend on it. */
export function ScopeFields({
  values,
  fields,
  listed,
}: {
  values: Pick<ScopeValues, ScopeField>;
  fields: Partial<Record<ScopeField, string>>;
  /** What the inventory lists of the unit and all below it; null when it lists no process. */
  listed: ListedScope | null;
}) {
  return (
    <>
      <Checkbox
        id="regulated"
        name="regulated"
        label={SCOPE_WORDS.regulated.label}
        hint="Raises the impact of risks that concern the law."
        defaultChecked={values.regulated}
        error={fields.regulated}
      />
      <TextField
        id="unitsInScope"
        name="unitsInScope"
        label={SCOPE_WORDS.unitsInScope.label}
        hint={`How many units, sites or teams AI is to reach. From 10 on, scale raises the impact of some risks.${listedHint(listed?.units)}`}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.unitsInScope}
        error={fields.unitsInScope}
      />
      <TextField
        id="processesInScope"
        name="processesInScope"
        label={SCOPE_WORDS.processesInScope.label}
        hint={`How many business processes AI is to reach. From 50 on, scale raises the impact of some risks.${listedHint(listed?.processes)}`}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.processesInScope}
        error={fields.processesInScope}
      />
    </>
  );
}

function listedHint(count: number | undefined): string {
  return count === undefined ? "" : ` The inventory lists ${count}.`;
}
