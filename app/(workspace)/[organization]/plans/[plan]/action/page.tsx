import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { actionTitle, planHref } from "@/components/planning/plan-view";
import { PlannedAction } from "@/components/planning/planned-action";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import { assignAction } from "../../actions";
import { loadPlan } from "../load-plan";

type Props = PageProps<"/[organization]/plans/[plan]/action">;

/** The action of the address, where it is in the plan. */
async function loadAction({ params, searchParams }: Props) {
  const { organization, plan: id } = await params;
  const { unit, action } = await searchParams;
  const { stored, view } = await loadPlan(organization, id);
  const item = stored.plan.items.find((one) => one.unit === unit && one.action === action);
  if (!item) return notFound();
  return { view, item, revision: stored.revision, name: stored.name };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, item } = await loadAction(props);
  return { title: actionTitle(view, item) };
}

export default async function PlannedActionPage(props: Props) {
  const { view, item, revision, name } = await loadAction(props);
  const { organization, id } = view;
  const { unit, action } = item;
  return (
    <>
      <PageHeader
        title={actionTitle(view, item)}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Plans", href: `/${organization}/plans` },
              { label: name, href: planHref(organization, id) },
            ]}
          />
        }
        lead={unit}
      />
      <PlannedAction
        view={view}
        item={item}
        assign={assignAction.bind(null, organization, id, revision, { unit, action })}
      />
    </>
  );
}
