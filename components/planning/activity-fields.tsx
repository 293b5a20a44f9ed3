import { Select, TextArea, TextField } from "@/components/ui/field";
import {
  ACTIVITY_KINDS,
  type Activities,
  type ActivityKind,
  KIND_WORDS,
  RHYTHM_WORDS,
  RHYTHMS,
  SPANS,
  spanInWords,
} from "@/lib/planning/activity";
import type { Proposal } from "@/lib/planning/reading/activity-proposals";
import { activityField, activityValues, spanKey } from "@/lib/planning/requests/activity-form";

/** What is done for a group; where a kind is not planned, its choices stand at what is proposed. */
export function ActivityFields({
  prefix,
  activities,
  proposals,
}: {
  prefix: string;
  activities: Activities;
  proposals: Record<ActivityKind, Proposal>;
}) {
  return ACTIVITY_KINDS.map((kind) => {
    const values = activityValues(
      activities[kind] ?? { ...proposals[kind].activity, what: "", channel: "", by: null },
    );
    const field = (name: keyof typeof values) => ({
      id: `${prefix}-${kind}-${name}`,
      name: activityField(kind, name),
      defaultValue: values[name],
    });
    return (
      <fieldset key={kind} className="flex w-full flex-col gap-4">
        <legend className="mb-2 font-semibold">{KIND_WORDS[kind]}</legend>
        <TextArea label="What" hint="Left empty: none." rows={2} {...field("what")} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Channel or form" autoComplete="off" {...field("channel")} />
          <TextField label="By" autoComplete="off" {...field("by")} />
          <Select label="How often" {...field("rhythm")}>
            {RHYTHMS.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {RHYTHM_WORDS[rhythm]}
              </option>
            ))}
          </Select>
          <Select label="Phases of the roadmap" {...field("phases")}>
            {SPANS.map((span) => (
              <option key={spanKey(span)} value={spanKey(span)}>
                {spanInWords(span)}
              </option>
            ))}
          </Select>
        </div>
      </fieldset>
    );
  });
}

/** Activities as a form sends them, for a button alone. */
export function HiddenActivities({ activities }: { activities: Activities }) {
  return ACTIVITY_KINDS.map((kind) => {
    const activity = activities[kind];
    return activity
      ? Object.entries(activityValues(activity)).map(([name, value]) => (
          <input
            key={`${kind} ${name}`}
            type="hidden"
            name={activityField(kind, name as keyof ReturnType<typeof activityValues>)}
            value={value}
          />
        ))
      : null;
  });
}
