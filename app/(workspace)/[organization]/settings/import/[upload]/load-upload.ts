import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "@/lib/server/auth/member";
import { findUploadHead } from "@/lib/server/data/uploads";

/** For the page and its title alike: what was imported, discarded or never sent is a page that does not exist. */
export const loadUpload = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const upload = await findUploadHead(member, id);
  return upload ? { member, upload } : notFound();
});
