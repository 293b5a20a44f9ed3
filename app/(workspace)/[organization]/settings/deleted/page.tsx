import { DeletedList } from "@/components/settings/deleted-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DoneMessage } from "@/components/ui/done-message";
import { PagesNavigation } from "@/components/ui/pages-navigation";
import { PageHeader } from "@/components/ui/panel";
import { DELETION_PERMISSIONS } from "@/lib/deletion/kinds";
import { RETENTION_DAYS } from "@/lib/deletion/retention";
import { pageNumber } from "@/lib/paging/page-number";
import { pageOf } from "@/lib/paging/page-of";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { titled } from "../../title";
import { forgetDeletionAction, restoreDeletionAction } from "./actions";

export const generateMetadata = titled("Recently deleted");

const DONE = {
  deleted: `Deleted. You can restore it here for ${RETENTION_DAYS} days.`,
  restored: "Restored, just as it was.",
  forgotten: "Deleted for good.",
};

export default async function DeletedPage({
  params,
  searchParams,
}: PageProps<"/[organization]/settings/deleted">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const { done, page } = await searchParams;
  const deletions = await listDeletions(member, new Date());
  const part = pageOf(deletions, pageNumber(page));
  return (
    <>
      <DoneMessage done={done} words={DONE} />
      <PageHeader
        title="Recently deleted"
        lead={`What was deleted within the last ${RETENTION_DAYS} days. It is in no list, result, comparison or export.`}
        above={<Breadcrumbs crumbs={[{ label: "Settings", href: `/${organization}/settings` }]} />}
      />
      <div className="flex flex-col gap-6">
        {part.pages > 1 ? (
          <p role="status">
            {part.from} to {part.to} of {deletions.length}, the last deleted first
          </p>
        ) : null}
        <DeletedList
          deletions={part.rows.map((deletion) => ({
            ...deletion,
            actions: can(member.role, DELETION_PERMISSIONS[deletion.kind])
              ? {
                  restore: restoreDeletionAction.bind(null, organization, deletion.id),
                  forget: forgetDeletionAction.bind(null, organization, deletion.id),
                }
              : null,
          }))}
        />
        <PagesNavigation
          label="Pages of what was deleted"
          page={part.page}
          pages={part.pages}
          hrefOf={(number) => `/${organization}/settings/deleted?page=${number}`}
        />
      </div>
    </>
  );
}
