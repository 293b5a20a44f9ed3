import { DescribedRadio } from "@/components/forms/described-radio";
import { RadioGroup } from "@/components/ui/radio-group";
import { PHASES } from "@/lib/framework/types";
import { PHASE_SUMMARIES, PHASE_WORDS } from "@/lib/framework/words";

export function PhaseChoice({ value, error }: { value: string; error: string | undefined }) {
  return (
    <RadioGroup
      id="targetPhase"
      label="Which phase should the unit be ready for?"
      hint="Readiness is measured against what this phase requires."
      error={error}
    >
      {PHASES.map((phase) => (
        <DescribedRadio
          key={phase}
          name="targetPhase"
          value={phase}
          defaultChecked={value === phase}
          title={PHASE_WORDS[phase]}
          summary={PHASE_SUMMARIES[phase]}
        />
      ))}
    </RadioGroup>
  );
}
