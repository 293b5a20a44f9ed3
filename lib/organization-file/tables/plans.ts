import { z } from "zod";
import { BOUNDS } from "../../bounds/bounds";
import { planSchema } from "../../planning/files/plan-schema";
import type { PlanRequest } from "../../planning/plan";
import { record } from "../../scoring/assessment-schema";
import { listOf, revision, time } from "../../scoring/file-parts";
import { textSchema } from "../../text/schemas";
import { id, name, optionalLine } from "../fields";
import type { FileTable } from "../file-table";

const PLAN_STATUSES = ["draft", "signedOff"] as const;

const planRowSchema = record({
  id,
  name,
  status: z.enum(PLAN_STATUSES, `one of ${PLAN_STATUSES.join(", ")}`),
  signedOffBy: optionalLine,
  signedOffAt: time.nullable(),
  revision,
  createdAt: time,
  updatedAt: time,
  /** What it was made from: the file need not hold them. */
  units: listOf(
    record({ unitId: id, assessmentId: id, name: textSchema(BOUNDS.longName) }),
    BOUNDS.planUnits,
  ),
  /** Read as every request for a plan, with the framework that it names. */
  request: z.looseObject({}, "what the plan was asked from"),
  content: planSchema,
}).superRefine(({ status, signedOffBy, signedOffAt }, context) => {
  const signed = status === "signedOff";
  const message = signed ? "given, as the plan is signed off" : "null until it is signed off";
  for (const [path, held] of Object.entries({ signedOffBy, signedOffAt })) {
    if ((held !== null) !== signed) context.addIssue({ code: "custom", path: [path], message });
  }
});

/** Once its request is read too. */
export type FilePlan = Omit<z.output<typeof planRowSchema>, "request"> & { request: PlanRequest };

export const plans = {
  list: listOf(planRowSchema, BOUNDS.plans).default([]),
  noun: "plan",
  idOf: ({ id }) => id,
  unitOf: null,
  contents: {},
  deletion: { kind: "plan", permission: "plan:edit", plural: "plans", title: "Plan" },
} as const satisfies FileTable<{ id: string }>;
