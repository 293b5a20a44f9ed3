import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { type Fields, isOvertaken, type Overtaken } from "@/lib/forms/overtaken";
import { groupBy } from "@/lib/grouping/group-by";
import { can } from "@/lib/permissions/permissions";
import type { RiskDecision, RiskEntry, Treatment } from "@/lib/risk-register/entry";
import { riskForm } from "@/lib/risk-register/entry-form";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { RiskEntry as RiskEntryRow } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { roomFor } from "./room";

/** By key of the risk: everything that was decided about it, the latest first. */
export async function listRiskEntries(
  { organizationId }: Member,
  unitId: string,
): Promise<Map<string, RiskEntry[]>> {
  const rows = await db.riskEntry.findMany({
    where: { organizationId, unitId },
    orderBy: [{ risk: "asc" }, { revision: "desc" }],
  });
  return groupBy(rows.map(toEntry), ({ risk }) => risk);
}

function toEntry({ id, organizationId, unitId, treatment, ...entry }: RiskEntryRow): RiskEntry {
  return { ...entry, treatment: treatment as Treatment | null };
}

export type NewRiskDecision = {
  unitId: string;
  /** Key of a risk that the caller knows. */
  risk: string;
  decision: RiskDecision;
  /** What the form held when it was opened. */
  opened: Fields;
};

export type DecideRiskOutcome =
  | "saved"
  | "forbidden"
  | "not-found"
  | "full"
  | "history-full"
  | Overtaken<RiskDecision>;

/** Adds a decision to the history of a risk, unless somebody has added one meanwhile. */
export async function decideRisk(
  member: Member,
  { unitId, risk, decision, opened }: NewRiskDecision,
  now: Date,
): Promise<DecideRiskOutcome> {
  if (!can(member.role, "risk:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx: Transaction): Promise<DecideRiskOutcome> => {
    if ((await tx.unit.count({ where: { id: unitId, organizationId } })) === 0) return "not-found";
    const last = await tx.riskEntry.findFirst({
      where: { organizationId, unitId, risk },
      orderBy: { revision: "desc" },
    });
    const stored = last && toEntry(last);
    const wanted = riskForm(decision);
    if (stored && isOvertaken(riskForm(stored), { opened, wanted })) return { overtaken: stored };
    const revision = (last?.revision ?? 0) + 1;
    if (revision > BOUNDS.decisions) return "history-full";
    if (revision === 1 && (await roomFor(member, "registers", tx)) < 1) return "full";
    const { owner, treatment, acceptedBy, acceptedUntil, contingency, indicator, reviewOn, note } = decision;
    await tx.riskEntry.create({
      data: {
        ...{ owner, treatment, acceptedBy, acceptedUntil, contingency, indicator, reviewOn, note },
        organizationId,
        unitId,
        risk,
        revision,
        createdAt: now,
      },
      select: { id: true },
    });
    return "saved";
  });
}
