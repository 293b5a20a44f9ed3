"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { BOUNDS } from "@/lib/bounds/bounds";
import { fullOf } from "@/lib/bounds/words";
import { formatIsoDay } from "@/lib/format/date";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { type RiskFormState, riskDecisionSchema, typedRisk } from "@/lib/risk-register/entry-form";
import { type DecideRiskOutcome, decideRisk } from "@/lib/server/data/risk-register";
import { memberAction } from "@/lib/server/member-action";

const FAILURES: Record<Exclude<DecideRiskOutcome, "saved">, string> = {
  forbidden: "You may look at the register but not change it.",
  "not-found": "This unit is not here any more.",
  stale:
    "Somebody has decided about this risk since you opened the page. Nothing was stored: see the history below.",
  full: fullOf("registers"),
  "history-full": `This risk has ${BOUNDS.decisions} decisions: its history holds no more.`,
};

const placeSchema = z.object({
  unitId: z.string(),
  risk: z.enum(aiScaling.risks.map(({ key }) => key)),
  expectedRevision: z.number().int().min(0),
});

const decide = memberAction(
  placeSchema.and(riskDecisionSchema),
  async (member, { unitId, risk, expectedRevision, ...decision }) => {
    const outcome = await decideRisk(member, { unitId, risk, expectedRevision, decision }, new Date());
    if (outcome !== "saved") return FAILURES[outcome];
    return redirect(`/${member.organizationSlug}/units/${unitId}/risks?done=saved`);
  },
);

export async function decideRiskAction(
  organization: string,
  place: { unitId: string; risk: string; expectedRevision: number },
  _before: RiskFormState,
  form: FormData,
): Promise<RiskFormState> {
  const values = typedRisk(form);
  const state = await decide(organization, { ...values, ...place, today: formatIsoDay(new Date()) });
  if (state.status === "invalid") return { values, fields: state.fields, problem: null };
  const problem = state.status === "done" ? state.outcome : null;
  return { values, fields: {}, problem: problem === "forbidden" ? FAILURES.forbidden : problem };
}
