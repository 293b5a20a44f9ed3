import { UploadForm } from "@/components/import/upload-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { DoneMessage } from "@/components/ui/done-message";
import { PageHeader, TitledPanel } from "@/components/ui/panel";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { titled } from "../../title";

export const generateMetadata = titled("Import");

const TABLES = ".csv,text/csv,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const action = `/${organization}/settings/import/upload`;
  const template = `/${organization}/settings/import/template`;
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
          <TitledPanel id="everything-title" title="Everything of an organization" className="gap-4">
            <p className="max-w-prose">
              Adds the units, assessments and results that are not here yet. What is here already is never
              changed or removed.
            </p>
            <UploadForm
              id="organization-file"
              label="File of an organization"
              hint="The JSON file that Export everything gives."
              accept=".json,application/json"
              action={action}
              kind="organization"
            />
          </TitledPanel>

          <TitledPanel id="units-title" title="Units from a table" className="gap-4">
            <p className="max-w-prose">
              One unit a row, with the name of the unit above it in <code>parent</code>: one of the table, or
              one that is here. Cells of a CSV file are text, also where a spreadsheet would see a formula.{" "}
              <TemplateLink href={`${template}/units`} />
            </p>
            <UploadForm
              id="units-file"
              label="Table of units"
              hint="An Excel workbook (.xlsx), or a CSV file in UTF-8 with commas, semicolons or tabs."
              accept={TABLES}
              action={action}
              kind="units"
            />
          </TitledPanel>

          <TitledPanel id="inventory-title" title="Inventory" className="gap-4">
            <p className="max-w-prose">
              One AI system, use case or process a row. What its unit has already by that name is changed, and
              an empty cell leaves what stands there. <TemplateLink href={`${template}/inventory`} />
            </p>
            <UploadForm
              id="inventory-file"
              label="Table of the inventory"
              hint="A workbook (.xlsx) or a CSV file in UTF-8, such as an exported inventory."
              accept={TABLES}
              action={action}
              kind="inventory"
            />
          </TitledPanel>

          <TitledPanel id="assessments-title" title="Assessments" className="gap-4">
            <p className="max-w-prose">
              A JSON file is one assessment; a table holds one question a row, of one unit or of several. Each
              assessment arrives as a draft of the unit that has its name, or of one that you choose.{" "}
              <TemplateLink href={`${template}/assessments`} />
            </p>
            <UploadForm
              id="assessment-files"
              label="Files of assessments"
              hint="JSON files, CSV files or Excel workbooks (.xlsx), such as a result exported as JSON or its answers as CSV."
              accept={`.json,application/json,${TABLES}`}
              multiple
              action={action}
              kind="assessments"
            />
          </TitledPanel>
        </div>
      ) : (
        <Callout tone="warning" title="Only an owner may import." />
      )}
    </>
  );
}

function TemplateLink({ href }: { href: string }) {
  return (
    <a href={href} className="text-accent underline underline-offset-3 hover:text-accent-strong">
      Download a template
    </a>
  );
}
