import { AREAS } from "@/lib/framework/types";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import { PLAN_DOCUMENTS } from "@/lib/report/plan-documents";

/** What fills the places of a pattern, and the query after it. */
export type Address = {
  params: Record<string, string | string[]>;
  query?: Record<string, string | string[]>;
};

/** What addresses are made of. */
export type Held = {
  units: readonly { id: string }[];
  assessments: readonly { id: string; status: string }[];
  plans: readonly { id: string; content: Plan; request: PlanRequest }[];
  items: readonly { id: string }[];
  entries: readonly { unitId: string; risk: string }[];
  /** Ids of units in use that have a result. */
  compared: readonly string[];
};

const each = <Item>(items: readonly Item[], ...queries: ((item: Item) => Address)[]): Address[] =>
  items.flatMap((item) => queries.map((query) => query(item)));

const none = (): Address[] => [];
const plain = (): Address[] => [{ params: {} }];

const ofUnits = ({ units }: Held) => each(units, ({ id }) => ({ params: { unit: id } }));
const ofAssessments = ({ assessments }: Held) =>
  each(assessments, ({ id }) => ({ params: { assessment: id } }));
const ofPlans = ({ plans }: Held) => each(plans, ({ id }) => ({ params: { plan: id } }));

const combined = (addresses: readonly Address[], more: Record<string, readonly string[]>) =>
  Object.entries(more).reduce<Address[]>(
    (all, [place, values]) =>
      all.flatMap(({ params, query }) =>
        values.map((value) => ({ params: { ...params, [place]: value }, ...(query && { query }) })),
      ),
    [...addresses],
  );

/** The addresses of each page and each route that anything is fetched from, of what an organization holds. */
export const ADDRESSES: Record<string, (held: Held) => Address[]> = {
  "/": none,
  "/[organization]": plain,
  "/[organization]/[...missing]": none,
  "/[organization]/assessments": plain,
  "/[organization]/assessments/[assessment]": ofAssessments,
  "/[organization]/assessments/[assessment]/questions/[area]": (held) =>
    combined(ofAssessments({ ...held, assessments: held.assessments.filter(isOpen) }), { area: AREAS }),
  "/[organization]/assessments/[assessment]/results": ofAssessments,
  "/[organization]/assessments/[assessment]/results/export/[format]": (held) =>
    combined(ofAssessments({ ...held, assessments: held.assessments.filter(isSubmitted) }), {
      format: ["pdf", "xlsx", "csv", "json", "answers"],
    }),
  "/[organization]/assessments/[assessment]/review": ofAssessments,
  "/[organization]/assessments/[assessment]/scope": ofAssessments,
  "/[organization]/assessments/[assessment]/suitability": ofAssessments,
  "/[organization]/assessments/new": ({ units }) =>
    each(units, ({ id }) => ({ params: {}, query: { unit: id } })),
  "/[organization]/compare": ({ units }): Address[] => [
    { params: {} },
    { params: {}, query: { by: "capabilities", measure: "gap" } },
    { params: {}, query: { chosen: units.map(({ id }) => id) } },
  ],
  "/[organization]/compare/export/[format]": ({ compared }) =>
    combined(compared.length > 0 ? [{ params: {} }] : [], { format: ["pdf", "xlsx"] }),
  "/[organization]/help": plain,
  "/[organization]/inventory": ({ units }) => [
    { params: {} },
    ...each(units, ({ id }) => ({ params: {}, query: { unit: id } })),
  ],
  "/[organization]/inventory/[item]": ({ items }) => each(items, ({ id }) => ({ params: { item: id } })),
  "/[organization]/inventory/export/[format]": () => combined([{ params: {} }], { format: ["csv", "xlsx"] }),
  "/[organization]/inventory/new": ({ units }) =>
    each(units, ({ id }) => ({ params: {}, query: { unit: id } })),
  "/[organization]/plans": plain,
  "/[organization]/plans/[plan]": ofPlans,
  "/[organization]/plans/[plan]/action": ({ plans }) =>
    plans.flatMap(({ id, content }) =>
      each(sampled(content.items), ({ unit, action }) => ({ params: { plan: id }, query: { unit, action } })),
    ),
  "/[organization]/plans/[plan]/change": ({ plans }) =>
    plans.flatMap(({ id, content, request }) => [
      ...each(content.items.slice(0, 1), ({ unit, action }) => ({
        params: { plan: id },
        query: { do: "drop", unit, action },
      })),
      ...each(request.stakeholders.slice(0, 1), ({ group }) => ({
        params: { plan: id },
        query: { do: "removeStakeholder", group },
      })),
    ]),
  "/[organization]/plans/[plan]/documents": ofPlans,
  "/[organization]/plans/[plan]/documents/[document]/[format]": (held) =>
    combined(ofPlans(held), { document: Object.keys(PLAN_DOCUMENTS), format: ["pdf", "docx"] }),
  "/[organization]/plans/[plan]/export/[format]": (held) =>
    combined(ofPlans(held), { format: ["xlsx", "csv", "ics", "jira", "json"] }),
  "/[organization]/plans/[plan]/infrastructure": ofPlans,
  "/[organization]/plans/[plan]/metrics": ofPlans,
  "/[organization]/plans/[plan]/risks": ofPlans,
  "/[organization]/plans/[plan]/settings": ofPlans,
  "/[organization]/plans/[plan]/stakeholders": ofPlans,
  "/[organization]/plans/new": ({ units }) => each(units, ({ id }) => ({ params: {}, query: { unit: id } })),
  "/[organization]/settings": plain,
  "/[organization]/settings/about": plain,
  "/[organization]/settings/deleted": plain,
  "/[organization]/settings/exports": plain,
  "/[organization]/settings/exports/[export]": none,
  "/[organization]/settings/import": plain,
  "/[organization]/settings/import/[upload]": none,
  "/[organization]/settings/import/template/[table]": none,
  "/[organization]/settings/import/upload": none,
  "/[organization]/units": plain,
  "/[organization]/units/[unit]": ofUnits,
  "/[organization]/units/[unit]/edit": ofUnits,
  "/[organization]/units/[unit]/risks": ofUnits,
  // A risk that the latest result does not rate has no page: the register does not lead there.
  "/[organization]/units/[unit]/risks/[risk]": ({ entries }) =>
    each(entries, ({ unitId, risk }) => ({ params: { unit: unitId, risk } })),
  "/[organization]/units/[unit]/risks/export/[format]": (held) =>
    combined(ofUnits(held), { format: ["xlsx", "csv"] }),
  "/[organization]/units/new": plain,
  "/api/health/live": none,
  "/api/health/ready": none,
  "/api/v1/[organization]/assessments": none,
  "/api/v1/[organization]/assessments/[assessment]": ofAssessments,
  "/api/v1/[organization]/assessments/[assessment]/answers/[question]": none,
  "/api/v1/[organization]/assessments/[assessment]/framework": ofAssessments,
  "/api/v1/[organization]/assessments/[assessment]/result": (held) =>
    ofAssessments({ ...held, assessments: held.assessments.filter(isSubmitted) }),
  "/api/v1/[organization]/assessments/[assessment]/suitability/[question]": none,
  "/metrics": none,
};

const isSubmitted = ({ status }: { status: string }) => status === "submitted";
const isOpen = ({ status }: { status: string }) => status === "draft";

/** The first, the last and one between. */
function sampled<Item>(items: readonly Item[]): Item[] {
  return [...new Set([0, items.length >> 1, items.length - 1])].flatMap((place) => items[place] ?? []);
}

export function searchOf(query: NonNullable<Address["query"]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
}

export function pathOf(pattern: string, params: Address["params"]): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name) => encodeURIComponent(String(params[name])));
}
