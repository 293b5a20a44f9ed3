import { PageHeader } from "@/components/ui/panel";
import { requireMember } from "@/lib/server/auth/member";

export default async function HomePage({ params }: PageProps<"/[organization]">) {
  const member = await requireMember((await params).organization);
  return <PageHeader title={member.organizationName} />;
}
