import { UploadForm } from "@/components/import/upload-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { DoneMessage } from "@/components/ui/done-message";
import { PageHeader, Panel } from "@/components/ui/panel";
import { can } from "@/lib/permissions/can";
import { requireMember } from "@/lib/server/auth/member";
import { titled } from "../../title";
import { uploadAction } from "./actions";

export const generateMetadata = titled("Import");

const DONE = {
  imported: "Imported.",
  discarded: "Discarded. Nothing was imported.",
};

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<"/[organization]/settings/import">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  return (
    <>
      <DoneMessage done={(await searchParams).done} words={DONE} />
      <PageHeader
        title="Import"
        lead="You see what an import would do before it is done. It is done whole or not at all."
        above={<Breadcrumbs crumbs={[{ label: "Settings", href: `/${organization}/settings` }]} />}
      />
      {can(member.role, "data:import") ? (
        <div className="flex flex-col gap-6">
          <Panel aria-labelledby="everything-title" className="flex flex-col gap-4">
            <h2 id="everything-title" className="text-xl font-semibold">
              Everything of an organization
            </h2>
            <p className="max-w-prose">
              Adds the units, assessments and results that are not here yet. What is here already is never
              changed or removed.
            </p>
            <UploadForm
              id="organization-file"
              label="File of an organization"
              hint="The JSON file that Export everything gives."
              accept=".json,application/json"
              action={uploadAction.bind(null, organization, "organization")}
            />
          </Panel>
        </div>
      ) : (
        <Callout tone="warning" title="Only an owner may import." />
      )}
    </>
  );
}
