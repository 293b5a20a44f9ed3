"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import { BOUNDS } from "@/lib/bounds/bounds";
import { faultsByField } from "@/lib/forms/faults-by-field";
import { typedText } from "@/lib/forms/typed-text";
import type { Framework } from "@/lib/framework/types";
import { can } from "@/lib/permissions/permissions";
import { readChange } from "@/lib/planning/changes/plan-change";
import { ACTIVITY_FIELDS } from "@/lib/planning/requests/activity-form";
import {
  type PlanFormState,
  planNameSchema,
  planOptionsSchema,
  planUnitsSchema,
  typedPlan,
} from "@/lib/planning/requests/plan-form";
import { deletePlan } from "@/lib/server/data/deletions/delete-plan";
import { currentFramework, findFramework, readFramework } from "@/lib/server/data/frameworks";
import { changePlan, copyPlan, createPlan, findPlan, renamePlan, signOffPlan } from "@/lib/server/data/plans";
import { newRequest, tryChange, tryPlan } from "@/lib/server/planning/requests";
import { memberAction } from "@/lib/server/requests/member-action";
import {
  CHANGE_FAILURES,
  COPY_FAILURES,
  CREATE_FAILURES,
  DELETE_FAILURES,
  RENAME_FAILURES,
} from "./outcome-words";

const newPlanSchema = (framework: Framework) =>
  z.object({ name: planNameSchema, units: planUnitsSchema }).and(planOptionsSchema(framework));

const create = memberAction(z.instanceof(FormData), async (member, form): Promise<PlanFormState> => {
  // The form says whose roles its fields are of.
  const version = (await findFramework(typedText(form, "framework"))) ?? (await currentFramework());
  const values = typedPlan(form, version.framework);
  const refused = (problem: string) => ({ values, fields: {}, problem });
  if (!can(member.role, "plan:edit")) return refused(CREATE_FAILURES.forbidden);
  const parsed = newPlanSchema(version.framework).safeParse(values);
  if (!parsed.success) return { values, fields: faultsByField(parsed.error), problem: null };
  const { name, units, ...options } = parsed.data;
  const asked = await newRequest(member, units, options, version);
  if (!asked) return refused(CREATE_FAILURES["not-assessed"]);
  const { request, sources } = asked;
  const made = await tryPlan(version.framework, request);
  if ("fault" in made) return refused(made.fault);
  const plan = { name, frameworkVersionId: version.id, request, plan: made.plan, sources };
  const result = await createPlan(member, plan, new Date());
  if (result.outcome !== "created") return refused(CREATE_FAILURES[result.outcome]);
  return redirect(`/${member.organizationSlug}/plans/${result.id}?done=created`);
});

export async function createPlanAction(
  organization: string,
  before: PlanFormState,
  form: FormData,
): Promise<PlanFormState> {
  const state = await create(organization, form);
  if (state.status === "done" && state.outcome !== "forbidden") return state.outcome;
  return { ...before, fields: {}, problem: CREATE_FAILURES.forbidden };
}

const planSchema = z.object({ id: z.string(), revision: z.coerce.number().int().min(1) });

const apply = memberAction(
  planSchema.extend({
    query: z.string().max(BOUNDS.query),
    back: z.enum(["", "/metrics", "/stakeholders"]).default(""),
  }),
  async (member, { id, revision, query, back }) => {
    if (!can(member.role, "plan:edit")) return CHANGE_FAILURES.forbidden;
    const stored = await findPlan(member, id);
    if (!stored) return CHANGE_FAILURES["not-found"];
    const { framework } = await readFramework(stored.frameworkVersionId);
    const read = readChange(new URLSearchParams(query), framework);
    if ("fields" in read) return Object.values(read.fields).join(" ");
    const made = await tryChange(member, framework, stored, read.change);
    if ("fault" in made) return made.fault;
    const outcome = await changePlan(member, id, { ...made, expectedRevision: revision }, new Date());
    if (outcome !== "saved") return CHANGE_FAILURES[outcome];
    return redirect(`/${member.organizationSlug}/plans/${id}${back}?done=changed`);
  },
);

/** Stores what the preview of a change has shown, if the plan is still the one it was shown for. */
export async function applyChangeAction(
  organization: string,
  id: string,
  revision: number,
  query: string,
): Promise<ActionFormState> {
  return problemOf(await apply(organization, { id, revision, query }));
}

const textOf = (form: FormData, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, typedText(form, name)]));

/** The goal of a success metric is stored at once: nothing is planned by it. */
export async function metricAction(
  organization: string,
  id: string,
  revision: number,
  metric: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  const goal = textOf(form, ["baseline", "target", "owner"]);
  const query = new URLSearchParams({ do: "metric", metric, ...goal });
  return problemOf(await apply(organization, { id, revision, query: query.toString(), back: "/metrics" }));
}

/** So is what is said of a group: `was` is its name before, empty for a new one. */
export async function stakeholderAction(
  organization: string,
  id: string,
  revision: number,
  was: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  const said = textOf(form, ["group", "influence", "support", "barrier", "engagement", "owner"]);
  const query = new URLSearchParams({ do: "stakeholder", was, ...said });
  return problemOf(
    await apply(organization, { id, revision, query: query.toString(), back: "/stakeholders" }),
  );
}

/** What is done for a group is stored at once as well. */
export async function activitiesAction(
  organization: string,
  id: string,
  revision: number,
  group: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  const query = new URLSearchParams({ do: "activities", group, ...textOf(form, ACTIVITY_FIELDS) });
  return problemOf(
    await apply(organization, { id, revision, query: query.toString(), back: "/stakeholders" }),
  );
}

export async function removeStakeholderAction(
  organization: string,
  id: string,
  revision: number,
  group: string,
): Promise<ActionFormState> {
  const query = new URLSearchParams({ do: "removeStakeholder", group });
  return problemOf(
    await apply(organization, { id, revision, query: query.toString(), back: "/stakeholders" }),
  );
}

/** Who does an action is stored at once: nothing else changes with it. */
export async function assignAction(
  organization: string,
  id: string,
  revision: number,
  item: { unit: string; action: string },
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  const query = new URLSearchParams({ ...item, do: "assign", person: typedText(form, "person") });
  return problemOf(await apply(organization, { id, revision, query: query.toString() }));
}

const signOff = memberAction(
  planSchema.extend({ by: planNameSchema }),
  async (member, { id, revision, by }) => {
    const outcome = await signOffPlan(member, id, { expectedRevision: revision, by }, new Date());
    if (outcome !== "saved") return CHANGE_FAILURES[outcome];
    return redirect(`/${member.organizationSlug}/plans/${id}?done=signed-off`);
  },
);

export async function signOffAction(
  organization: string,
  id: string,
  revision: number,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  return problemOf(await signOff(organization, { id, revision, by: form.get("by") }));
}

const rename = memberAction(
  z.object({ id: z.string(), name: planNameSchema }),
  async (member, { id, name }) => {
    const outcome = await renamePlan(member, id, name, new Date());
    if (outcome !== "saved") return RENAME_FAILURES[outcome];
    return redirect(`/${member.organizationSlug}/plans/${id}?done=renamed`);
  },
);

export async function renamePlanAction(
  organization: string,
  id: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  return problemOf(await rename(organization, { id, name: form.get("name") }));
}

const copy = memberAction(
  z.object({ id: z.string(), name: planNameSchema }),
  async (member, { id, name }) => {
    const result = await copyPlan(member, id, name, new Date());
    if (result.outcome !== "created") return COPY_FAILURES[result.outcome];
    return redirect(`/${member.organizationSlug}/plans/${result.id}?done=copied`);
  },
);

export async function copyPlanAction(
  organization: string,
  id: string,
  _before: ActionFormState,
  form: FormData,
): Promise<ActionFormState> {
  return problemOf(await copy(organization, { id, name: form.get("name") }));
}

const remove = memberAction(z.object({ id: z.string() }), async (member, { id }) => {
  const outcome = await deletePlan(member, id, new Date());
  if (outcome !== "deleted") return DELETE_FAILURES[outcome];
  return redirect(`/${member.organizationSlug}/settings/deleted?done=deleted`);
});

export async function deletePlanAction(organization: string, id: string): Promise<ActionFormState> {
  return problemOf(await remove(organization, { id }));
}

type Answer = Awaited<ReturnType<typeof remove | typeof apply>>;

function problemOf(state: Answer): ActionFormState {
  if (state.status === "invalid") return { problem: Object.values(state.fields).join(" ") };
  if (state.status === "idle") return { problem: null };
  return { problem: state.outcome === "forbidden" ? CHANGE_FAILURES.forbidden : state.outcome };
}
