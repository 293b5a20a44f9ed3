import { redirect } from "next/navigation";
import { ensureLocalOrganization } from "@/lib/server/auth/member";

export default async function RootPage() {
  const organization = await ensureLocalOrganization();
  redirect(`/${organization.slug}`);
}
