import { Select, TextArea, TextField } from "@/components/ui/field";
import { BARRIER_WORDS, BARRIERS, STEPS, type Stakeholder } from "@/lib/planning/stakeholders";

/** `prefix` tells the fields of one form of a page from those of another. */
export function StakeholderFields({ prefix, stakeholder }: { prefix: string; stakeholder?: Stakeholder }) {
  const step = (name: "influence" | "support", label: string, hint: string) => (
    <Select
      id={`${prefix}-${name}`}
      name={name}
      label={label}
      hint={hint}
      defaultValue={String(stakeholder?.[name] ?? 3)}
    >
      {STEPS.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      <TextField
        id={`${prefix}-group`}
        name="group"
        label="Group"
        autoComplete="off"
        defaultValue={stakeholder?.group ?? ""}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {step("influence", "Influence", "1 little, 5 decisive")}
        {step("support", "Support", "1 against, 5 driving")}
      </div>
      <Select
        id={`${prefix}-barrier`}
        name="barrier"
        label="What stands in the way"
        hint="The first of the five that is missing."
        defaultValue={stakeholder?.barrier ?? ""}
      >
        <option value="">Nothing</option>
        {BARRIERS.map((barrier) => (
          <option key={barrier} value={barrier}>
            {BARRIER_WORDS[barrier]}
          </option>
        ))}
      </Select>
      <TextArea
        id={`${prefix}-engagement`}
        name="engagement"
        label="Engagement"
        hint="How they are involved. Left empty: what fits their place on the map."
        rows={3}
        defaultValue={stakeholder?.engagement ?? ""}
      />
      <TextField
        id={`${prefix}-owner`}
        name="owner"
        label="Looked after by"
        autoComplete="off"
        defaultValue={stakeholder?.owner ?? ""}
      />
    </>
  );
}
