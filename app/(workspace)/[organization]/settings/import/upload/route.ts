import { can } from "@/lib/permissions/permissions";
import { findMember } from "@/lib/server/auth/member";
import { takeUpload } from "@/lib/server/imports/import-upload";
import { bodyParts } from "@/lib/server/requests/body-parts";
import { direct } from "@/lib/server/requests/direct";
import { endedResponse } from "@/lib/server/requests/ended-response";
import { notFound, problem } from "@/lib/server/requests/problem";

type Context = RouteContext<"/[organization]/settings/import/upload">;

/** Keeps files that a form sends, and leads to a look at them. No action, as Next would read the form itself. */
export const POST = direct(async (request: Request, { params }: Context): Promise<Response> => {
  const member = await findMember((await params).organization);
  if (!member) return notFound("There is no such organization.");
  if (!can(member.role, "data:import")) return notAllowed();
  const type = request.headers.get("Content-Type") ?? "";
  const { value, ended } = await takeUpload(member, { type, body: await bodyParts(request) }, new Date());
  if (ended) return endedResponse(ended, "Not read");
  if (value.outcome === "refused") return problem({ status: 400, title: "Not read", detail: value.detail });
  if (value.outcome === "forbidden") return notAllowed();
  const Location = `/${member.organizationSlug}/settings/import/${value.id}`;
  return new Response(null, { status: 303, headers: { Location } });
});

const notAllowed = () => problem({ status: 403, title: "Not allowed", detail: "Only an owner may import." });
