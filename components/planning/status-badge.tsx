import { Badge, type Tone } from "@/components/ui/badge";
import type { OutlookStatus } from "@/lib/planning/engine/outlook";
import { STATUS_WORDS } from "@/lib/planning/reading/plan-words";

const TONES: Record<OutlookStatus, Tone> = {
  met: "success",
  planned: "accent",
  partly: "warning",
  open: "danger",
};

export function StatusBadge({ status }: { status: OutlookStatus }) {
  return <Badge tone={TONES[status]}>{STATUS_WORDS[status]}</Badge>;
}
