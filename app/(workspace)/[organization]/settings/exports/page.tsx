import { ExportList } from "@/components/settings/export-list";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DoneMessage } from "@/components/ui/done-message";
import { PageHeader } from "@/components/ui/panel";
import { EXPORT_DAYS } from "@/lib/exports/retention";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listExports } from "@/lib/server/data/exports";
import { titled } from "../../title";
import { dropExportAction, requestExportAction } from "./actions";

export const generateMetadata = titled("Exports");

const DONE = { removed: "Removed." };

export default async function ExportsPage({
  params,
  searchParams,
}: PageProps<"/[organization]/settings/exports">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const mayExport = can(member.role, "data:export");
  const exports = await listExports(member, new Date());
  return (
    <>
      <DoneMessage done={(await searchParams).done} words={DONE} />
      <PageHeader
        title="Exports"
        lead={`Each file holds everything of this organization, or a long comparison, as it was when the file was begun. Files stay here for ${EXPORT_DAYS} days.`}
        above={<Breadcrumbs crumbs={[{ label: "Settings", href: `/${organization}/settings` }]} />}
      />
      <div className="flex flex-col gap-6">
        {mayExport ? (
          <ActionForm action={requestExportAction.bind(null, organization)} label="Export everything" />
        ) : null}
        <ExportList
          exports={exports.map((one) => ({
            ...one,
            counted: one.comparison ? "unit" : "assessment",
            href: `/${organization}/settings/exports/${one.id}`,
            drop: mayExport ? dropExportAction.bind(null, organization, one.id) : null,
          }))}
        />
      </div>
    </>
  );
}
