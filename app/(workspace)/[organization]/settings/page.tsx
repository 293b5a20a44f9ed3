import { LoadSample } from "@/components/home/load-sample";
import { RenameForm } from "@/components/settings/rename-form";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader, TitledPanel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { KIND_WORDS } from "@/lib/deletion/kinds";
import { RETENTION_DAYS } from "@/lib/deletion/retention";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listArchivedUnits, listUnits } from "@/lib/server/data/units";
import packageJson from "@/package.json";
import { titled } from "../title";
import { loadSampleAction, removeSampleAction, renameOrganizationAction } from "./actions";
import { requestExportAction } from "./exports/actions";

export const generateMetadata = titled("Settings");

const DELETABLE = new Intl.ListFormat("en-US", { type: "conjunction" }).format(Object.values(KIND_WORDS));

export default async function SettingsPage({ params }: PageProps<"/[organization]/settings">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const units = await Promise.all([listUnits(member), listArchivedUnits(member)]);
  const sampleUnits = units.flat().filter(({ sample }) => sample).length;
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-6">
        {can(member.role, "organization:edit") ? (
          <TitledPanel id="organization-title" title="Organization" className="gap-4">
            <RenameForm
              name={member.organizationName}
              action={renameOrganizationAction.bind(null, organization)}
            />
          </TitledPanel>
        ) : null}

        {can(member.role, "sample:load") ? (
          <TitledPanel id="sample-title" title="Sample organization" className="gap-4">
            {sampleUnits === 0 ? (
              <LoadSample action={loadSampleAction.bind(null, organization)} />
            ) : (
              <RemoveSample action={removeSampleAction.bind(null, organization)} units={sampleUnits} />
            )}
          </TitledPanel>
        ) : null}

        <TitledPanel id="data-title" title="Export and import" className="items-start gap-4">
          <p className="max-w-prose">
            One file holds everything of this organization: units, assessments with their answers and notes,
            and results. It can be read by other programs, and imported into another installation.
          </p>
          <div className="flex flex-wrap gap-3">
            {can(member.role, "data:export") ? (
              <ActionForm
                action={requestExportAction.bind(null, organization)}
                label="Export everything"
                variant="secondary"
              />
            ) : null}
            <ButtonLink href={`/${organization}/settings/exports`} variant="secondary">
              Exports
            </ButtonLink>
            {can(member.role, "data:import") ? (
              <ButtonLink href={`/${organization}/settings/import`} variant="secondary">
                Import
              </ButtonLink>
            ) : null}
          </div>
        </TitledPanel>

        <TitledPanel id="deleted-title" title="Recently deleted" className="gap-2">
          <p className="max-w-prose">
            Deleted {DELETABLE} can be restored for {RETENTION_DAYS} days.{" "}
            <TextLink href={`/${organization}/settings/deleted`}>Recently deleted</TextLink>
          </p>
        </TitledPanel>

        <TitledPanel id="keyboard-title" title="Keyboard" className="gap-2">
          <p className="max-w-prose">
            Everything works by keyboard alone. In the questionnaire, single keys answer and move; they work
            only while the focus is in a question, and can be turned off there.{" "}
            <TextLink href={`/${organization}/help#keys`}>All keys</TextLink>
          </p>
        </TitledPanel>

        <TitledPanel id="about-title" title="About" className="gap-2">
          <p>Version {packageJson.version}. The data stays on this machine; nothing is sent anywhere.</p>
          <p>
            <TextLink href={`/${organization}/settings/about`}>
              About this installation: software, data, backups and help
            </TextLink>
          </p>
        </TitledPanel>
      </div>
    </>
  );
}

function RemoveSample({
  action,
  units,
}: {
  action: Parameters<typeof ActionForm>[0]["action"];
  units: number;
}) {
  return (
    <>
      <p className="max-w-prose">
        The sample organization is loaded with {units} units, its regions included. It is marked as a sample
        and does not touch your own units.
      </p>
      <Disclosure summary="Remove the sample organization">
        <p className="mb-3 max-w-prose">
          Removes the sample units with all their assessments, answers and results, and what you changed in
          them. Units of your own that stand below a sample unit are kept and move to the top. The sample can
          be loaded again, as it was at first.
        </p>
        <ActionForm action={action} label={`Remove ${units} sample units`} variant="danger" />
      </Disclosure>
    </>
  );
}
