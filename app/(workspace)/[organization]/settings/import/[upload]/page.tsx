import type { Metadata } from "next";
import { ChooseUnit } from "@/components/import/choose-unit";
import { ImportFaults } from "@/components/import/import-faults";
import { ImportGroups } from "@/components/import/import-groups";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader, Panel } from "@/components/ui/panel";
import { listUnits } from "@/lib/server/data/units";
import { importUpload } from "@/lib/server/imports/import-upload";
import { parentOptions } from "@/lib/units/unit-list";
import { discardAction, importAction } from "../actions";
import { loadUpload } from "./load-upload";

type Props = PageProps<"/[organization]/settings/import/[upload]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, upload } = await params;
  await loadUpload(organization, upload);
  return { title: "Look at an import" };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { organization, upload: id } = await params;
  const { member, upload } = await loadUpload(organization, id);
  const { unit } = await searchParams;
  const unitId = typeof unit === "string" && unit !== "" ? unit : undefined;
  const answer = await importUpload(member, upload, { mode: "preview", unitId }, new Date());
  const settings = `/${organization}/settings`;
  return (
    <>
      <PageHeader
        title="Look at an import"
        lead={`From ${upload.fileNames.join(", ")}. Nothing is imported yet.`}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Settings", href: settings },
              { label: "Import", href: `${settings}/import` },
            ]}
          />
        }
      />
      <div className="flex flex-col gap-6">
        {upload.kind === "assessments" || upload.kind === "inventory" ? (
          <ChooseUnit units={parentOptions(await listUnits(member))} chosen={unitId} />
        ) : null}
        {answer.outcome === "forbidden" ? <Callout tone="warning" title="Only an owner may import." /> : null}
        {answer.outcome === "refused" ? <ImportFaults faults={answer.faults} more={answer.more} /> : null}
        {"groups" in answer ? (
          <Panel aria-label="What the import does">
            <ImportGroups groups={answer.groups} />
          </Panel>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {answer.outcome === "previewed" ? (
            <ActionForm action={importAction.bind(null, organization, id, unitId)} label="Import" />
          ) : null}
          <ActionForm
            action={discardAction.bind(null, organization, id)}
            label="Discard"
            variant="secondary"
          />
        </div>
      </div>
    </>
  );
}
