import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import { PlanTabs } from "./plan-tabs";
import { planHref } from "./plan-view";

/** Head and tabs of a page that stands beside a plan's own. */
export function PlanFrame({
  organization,
  id,
  name,
  title,
  lead,
  children,
}: {
  organization: string;
  id: string;
  /** Of the plan. */
  name: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Plans", href: `/${organization}/plans` },
              { label: name, href: planHref(organization, id) },
            ]}
          />
        }
        lead={lead}
      />
      <PlanTabs organization={organization} id={id} />
      {children}
    </>
  );
}
