import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { lowerFirst } from "../../format/letters";
import { type Sent, typedText } from "../../forms/typed-text";
import { lineSchema, paragraphSchema } from "../../text/schemas";
import {
  ACTIVITY_KINDS,
  type Activities,
  type Activity,
  type ActivityKind,
  KIND_WORDS,
  RHYTHMS,
  SPANS,
  type Span,
} from "../activity";

const FIELDS = ["what", "channel", "rhythm", "phases", "by"] as const;
type ActivityField = (typeof FIELDS)[number];

export const activityField = (kind: ActivityKind, field: ActivityField) => `${kind}.${field}` as const;

/** The names of all fields of the form. */
export const ACTIVITY_FIELDS = ACTIVITY_KINDS.flatMap((kind) =>
  FIELDS.map((field) => activityField(kind, field)),
);

export const spanKey = ({ from, to }: Span) => `${from} ${to}`;

type ActivityValues = Record<ActivityField, string>;

/** An activity as it would be typed. */
export function activityValues({ what, channel, rhythm, by, ...span }: Activity): ActivityValues {
  return { what, channel, rhythm, phases: spanKey(span), by: by ?? "" };
}

/** The fields of a form that was sent, or of an address, by kind. */
export function typedActivities(sent: Sent): Record<ActivityKind, ActivityValues> {
  const ofKind = (kind: ActivityKind) =>
    Object.fromEntries(FIELDS.map((field) => [field, typedText(sent, activityField(kind, field))]));
  return Object.fromEntries(ACTIVITY_KINDS.map((kind) => [kind, ofKind(kind)])) as Record<
    ActivityKind,
    ActivityValues
  >;
}

/** Where nothing is said of what is done, nothing is. */
const activitySchema = (kind: ActivityKind) => {
  const say = (fault: string) => `${KIND_WORDS[kind]}: ${lowerFirst(fault)}`;
  const line = lineSchema(BOUNDS.name, say);
  const fields = z.object({
    what: paragraphSchema(BOUNDS.activity, say),
    channel: line,
    rhythm: z.enum(RHYTHMS, `${KIND_WORDS[kind]}: choose how often.`),
    phases: z.enum(SPANS.map(spanKey), `${KIND_WORDS[kind]}: choose the phases of the roadmap.`),
    by: line,
  });
  return fields.transform(({ phases, by, ...rest }): Activity | null => {
    const span = SPANS.find((one) => spanKey(one) === phases);
    return span && rest.what !== "" ? { ...rest, ...span, by: by || null } : null;
  });
};

export const activitiesSchema = z
  .object({
    communication: activitySchema("communication"),
    training: activitySchema("training"),
    support: activitySchema("support"),
  })
  .transform(
    (typed): Activities =>
      Object.fromEntries(ACTIVITY_KINDS.flatMap((kind) => (typed[kind] ? [[kind, typed[kind]]] : []))),
  );
