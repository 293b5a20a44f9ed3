import { Badge, type Tone } from "@/components/ui/badge";
import type { Outcome } from "@/lib/scoring/result";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";

const tones: Record<Outcome, Tone> = {
  insufficientEvidence: "neutral",
  notReady: "danger",
  readyWithConditions: "warning",
  ready: "success",
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge tone={tones[outcome]}>{OUTCOME_WORDS[outcome]}</Badge>;
}
