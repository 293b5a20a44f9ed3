import type { Metadata } from "next";
import { requireMember } from "@/lib/server/auth/member";

/** The title of a page, found out after whether the organization of its address is there: else it is not found. */
export function titled(title: string) {
  return async ({ params }: { params: Promise<{ organization: string }> }): Promise<Metadata> => {
    await requireMember((await params).organization);
    return { title };
  };
}
