import { ACTIVITY_KINDS, type Activities, type Activity, type ActivityKind } from "../activity";
import { type Barrier, type Stakeholder, type Stance, stanceOf } from "../stakeholders";
import type { RoadmapPhaseKey } from "../weeks";

/** An activity that fits a group, and why. */
export type Proposal = { activity: Activity; why: string };

type Proposed = Omit<Activity, "by" | "from" | "to"> & {
  phases: readonly [from: RoadmapPhaseKey, to: RoadmapPhaseKey];
  why: string;
};

const THROUGHOUT = ["foundation", "optimization"] as const;
const FOUNDATION = ["foundation", "foundation"] as const;
const EXPANSION = ["expansion", "expansion"] as const;
const OPTIMIZATION = ["optimization", "optimization"] as const;
const FROM_EXPANSION = ["expansion", "optimization"] as const;

/** How often and by which channel follows from influence and support. */
const CHANNELS: Record<Stance, Omit<Proposed, "what">> = {
  lead: {
    channel: "Meeting of those who lead the change",
    rhythm: "weekly",
    phases: THROUGHOUT,
    why: "Who can move much and is for it hears first, and often enough to speak for it.",
  },
  win: {
    channel: "Conversation in person",
    rhythm: "twoWeeks",
    phases: THROUGHOUT,
    why: "Who can move much and is not for it is answered in person, not by a circular.",
  },
  involve: {
    channel: "Demonstration, then results by mail",
    rhythm: "fourWeeks",
    phases: THROUGHOUT,
    why: "Who is for it and can move little wants to see it work, and needs no more than that.",
  },
  inform: {
    channel: "Mail and a page with questions and answers",
    rhythm: "milestones",
    phases: THROUGHOUT,
    why: "Who can move little and is not for it is told when something changes for them.",
  },
};

/** What is said follows from what stands in the way. */
const MESSAGES: Record<Barrier | "none", string> = {
  none: "What was reached, what comes next, and what it changes for them",
  awareness: "Why AI is scaled now, what changes for them, and what stays as it is",
  desire: "What is in it for them, and what came of what they objected",
  knowledge: "What they will do in another way, and when they learn it",
  ability: "What works already, who helps, and which obstacle goes next",
  reinforcement: "What the new way has brought so far, and who works by it",
};

const TRAINING: Record<Barrier | "none", Proposed> = {
  none: {
    what: "How the new capabilities are used, and where their limits lie",
    channel: "Online course",
    rhythm: "once",
    phases: EXPANSION,
    why: "Nothing stands in their way: the method's training of users, when expansion begins, is enough.",
  },
  awareness: {
    what: "What AI can and cannot do, shown on their own work",
    channel: "Briefing",
    rhythm: "once",
    phases: FOUNDATION,
    why: "Whoever does not know why learns nothing else yet: the basics come in foundation.",
  },
  desire: {
    what: "A look at a unit where it works already, with time for doubts",
    channel: "Visit",
    rhythm: "once",
    phases: FOUNDATION,
    why: "Whoever does not want to is not taught into it; what others say of it counts more than a course.",
  },
  knowledge: {
    what: "How they do their work with it, on their own cases",
    channel: "Workshop",
    rhythm: "twoWeeks",
    phases: EXPANSION,
    why: "They do not know how: a course of several sessions, when they get it into their hands.",
  },
  ability: {
    what: "Practice of the new way at the workplace",
    channel: "Coaching",
    rhythm: "weekly",
    phases: EXPANSION,
    why: "They know how and cannot yet: practice with somebody beside them helps, another course does not.",
  },
  reinforcement: {
    what: "Refresher on what is done in the old way again",
    channel: "Workshop",
    rhythm: "once",
    phases: OPTIMIZATION,
    why: "They fall back: it is refreshed once the new way is theirs.",
  },
};

const SUPPORT: Record<Barrier | "none", Proposed> = {
  none: {
    what: "Questions answered within two days",
    channel: "Help desk",
    rhythm: "ongoing",
    phases: FROM_EXPANSION,
    why: "The method's support systems begin with expansion.",
  },
  awareness: {
    what: "One place for every question, with answers for all to read",
    channel: "Page and mailbox",
    rhythm: "ongoing",
    phases: THROUGHOUT,
    why: "Questions come as soon as the first is told.",
  },
  desire: {
    what: "Somebody to talk to about role, workload and job",
    channel: "Open office hour",
    rhythm: "twoWeeks",
    phases: THROUGHOUT,
    why: "What they fear is said in a small circle, or not at all.",
  },
  knowledge: {
    what: "Short guides, and a colleague to ask",
    channel: "Guides and contacts in each team",
    rhythm: "ongoing",
    phases: FROM_EXPANSION,
    why: "What was learned is needed days later, at the workplace.",
  },
  ability: {
    what: "Time set free to practice, and obstacles out of the way within a week",
    channel: "Coaches in each team",
    rhythm: "ongoing",
    phases: FROM_EXPANSION,
    why: "They lack time and help, not knowledge.",
  },
  reinforcement: {
    what: "A look at how work is done, and thanks where it is done the new way",
    channel: "Team meeting",
    rhythm: "fourWeeks",
    phases: OPTIMIZATION,
    why: "What is looked at and thanked for stays.",
  },
};

/** What fits a group by its place on the map and what stands in its way. */
export function proposalsFor(
  stakeholder: Pick<Stakeholder, "influence" | "support" | "barrier" | "owner">,
): Record<ActivityKind, Proposal> {
  const barrier = stakeholder.barrier ?? "none";
  const proposal = ({ phases: [from, to], why, ...activity }: Proposed): Proposal => ({
    activity: { ...activity, from, to, by: stakeholder.owner },
    why,
  });
  return {
    communication: proposal({ ...CHANNELS[stanceOf(stakeholder)], what: MESSAGES[barrier] }),
    training: proposal(TRAINING[barrier]),
    support: proposal(SUPPORT[barrier]),
  };
}

/** The activities of a group, or those proposed while none is planned. */
export function activitiesOrProposed(stakeholder: Stakeholder): Activities {
  const { activities } = stakeholder;
  if (activities) return activities;
  const proposals = proposalsFor(stakeholder);
  return Object.fromEntries(ACTIVITY_KINDS.map((kind) => [kind, proposals[kind].activity]));
}
