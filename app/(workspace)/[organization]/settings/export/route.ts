import { attachment, fileName } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { exportOrganization } from "@/lib/server/data/organization-export";
import { handled } from "@/lib/server/handled";
import { notFound } from "@/lib/server/problem";

type Context = RouteContext<"/[organization]/settings/export">;

/** Everything of the organization as one file. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const member = await findMember((await params).organization);
  if (!member) return notFound("No such organization.");
  const name = fileName(member.organizationName, "everything", new Date(), "json");
  return new Response(await exportOrganization(member), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": attachment(name),
      "Cache-Control": "private, no-store",
    },
  });
});
