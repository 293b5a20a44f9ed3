import { ROADMAP_PHASES, type RoadmapPhaseKey } from "./weeks";

/** What is done for a group of stakeholders beside how they are engaged. */
export const ACTIVITY_KINDS = ["communication", "training", "support"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const RHYTHMS = ["once", "weekly", "twoWeeks", "fourWeeks", "milestones", "ongoing"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export type Activity = {
  /** What is said, taught or helped with. */
  what: string;
  /** By which channel, or in which form; may be empty. */
  channel: string;
  rhythm: Rhythm;
  /** The first and the last phase of the roadmap in which it takes place: its weeks follow from them. */
  from: RoadmapPhaseKey;
  to: RoadmapPhaseKey;
  by: string | null;
};

/** At most one of each kind; what is missing is not planned. */
export type Activities = Readonly<Partial<Record<ActivityKind, Activity>>>;

export const KIND_WORDS: Record<ActivityKind, string> = {
  communication: "Communication",
  training: "Training",
  support: "Support",
};

export const RHYTHM_WORDS: Record<Rhythm, string> = {
  once: "Once",
  weekly: "Every week",
  twoWeeks: "Every two weeks",
  fourWeeks: "Every four weeks",
  milestones: "At each milestone",
  ongoing: "All the time",
};

/** The phases of the roadmap from one to another. */
export type Span = Pick<Activity, "from" | "to">;

/** Every run of phases, the shortest first. */
export const SPANS: readonly Span[] = ROADMAP_PHASES.flatMap((_, length) =>
  ROADMAP_PHASES.slice(length).map(({ key: to }, place) => ({ from: ROADMAP_PHASES[place]?.key ?? to, to })),
);

/** `Expansion`, `Expansion to optimization` */
export function spanInWords({ from, to }: Span): string {
  const titleOf = (key: RoadmapPhaseKey) => ROADMAP_PHASES.find((phase) => phase.key === key)?.title ?? key;
  return from === to ? titleOf(from) : `${titleOf(from)} to ${titleOf(to).toLowerCase()}`;
}
