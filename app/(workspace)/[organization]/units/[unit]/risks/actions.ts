"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { BOUNDS } from "@/lib/bounds/bounds";
import { fullOf } from "@/lib/bounds/words";
import { formatIsoDay } from "@/lib/format/date";
import { notStored } from "@/lib/forms/not-stored";
import { fieldsSchema, openedFields } from "@/lib/forms/overtaken";
import { type RiskFormState, riskDecisionSchema, riskForm, typedRisk } from "@/lib/risk-register/entry-form";
import { type DecideRiskOutcome, decideRisk } from "@/lib/server/data/risk-register";
import { memberAction } from "@/lib/server/requests/member-action";
import { frameworkOfRegister } from "@/lib/server/risk-register/read-register";

const FAILURES: Record<Exclude<DecideRiskOutcome, "saved" | object> | "unknown-risk", string> = {
  forbidden: "You may look at the register but not change it.",
  "not-found": "This unit is not here any more.",
  "unknown-risk": "This risk is not in the register any more. Open the register again.",
  full: fullOf("registers"),
  "history-full": `This risk has ${BOUNDS.decisions} decisions: its history holds no more.`,
};

const placeSchema = z.object({ unitId: z.string(), risk: z.string(), opened: fieldsSchema });

const decide = memberAction(
  placeSchema.and(riskDecisionSchema),
  async (member, { unitId, risk, opened, ...decision }) => {
    const { framework } = await frameworkOfRegister(member, unitId);
    if (!framework.risks.some(({ key }) => key === risk)) return "unknown-risk";
    const outcome = await decideRisk(member, { unitId, risk, opened, decision }, new Date());
    if (outcome !== "saved") return outcome;
    return redirect(`/${member.organizationSlug}/units/${unitId}/risks?done=saved`);
  },
);

export async function decideRiskAction(
  organization: string,
  place: { unitId: string; risk: string },
  _before: RiskFormState,
  form: FormData,
): Promise<RiskFormState> {
  const values = typedRisk(form);
  const opened = openedFields(form);
  const today = formatIsoDay(new Date());
  const state = await decide(organization, { ...values, ...place, opened, today });
  return notStored({ values, opened }, state, { failures: FAILURES, valuesOf: riskForm });
}
