import type { Activities } from "./activity";

/** What keeps a group from changing: ADKAR (Hiatt, *ADKAR*, Prosci, 2006), the first of the five that is missing. */
export const BARRIERS = ["awareness", "desire", "knowledge", "ability", "reinforcement"] as const;
export type Barrier = (typeof BARRIERS)[number];

export const STEPS = [1, 2, 3, 4, 5] as const;

/** A group of people whom the plan concerns. */
export type Stakeholder = {
  group: string;
  /** 1, little, to 5, much. */
  influence: number;
  /** 1, against it, to 5, for it. */
  support: number;
  barrier: Barrier | null;
  /** How they are engaged; empty while it is not planned. */
  engagement: string;
  owner: string | null;
  /** How they are told, trained and helped; missing while it is not planned. */
  activities?: Activities;
};

export const BARRIER_WORDS: Record<Barrier, string> = {
  awareness: "Awareness: they do not know why",
  desire: "Desire: they do not want to",
  knowledge: "Knowledge: they do not know how",
  ability: "Ability: they know how and cannot yet",
  reinforcement: "Reinforcement: they fall back into the old way",
};

/** Keys of the capabilities whose actions lower a barrier. */
export const BARRIER_CAPABILITIES: Record<Barrier, readonly string[]> = {
  awareness: ["stakeholders", "sponsorship"],
  desire: ["change-readiness", "stakeholders"],
  knowledge: ["skills", "knowledge"],
  ability: ["enablement", "skills"],
  reinforcement: ["change-readiness", "value-management"],
};

export const STANCES = ["lead", "win", "involve", "inform"] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_WORDS: Record<Stance, string> = {
  lead: "Have them lead",
  win: "Win over",
  involve: "Keep involved",
  inform: "Keep informed",
};

export const STANCE_SUMMARIES: Record<Stance, string> = {
  lead: "Give them a visible part, and speak with them every week.",
  win: "Ask what stands against it, answer it in person, and agree on a next step every two weeks.",
  involve: "Ask them to try things first, and tell them of results every month.",
  inform: "Tell them what changes for them before it does, and where help is.",
};

/** What to do about a group, from the map: influence counts from 3 on, support from 4 on. */
export function stanceOf({ influence, support }: Pick<Stakeholder, "influence" | "support">): Stance {
  if (influence >= 3) return support >= 4 ? "lead" : "win";
  return support >= 4 ? "involve" : "inform";
}
