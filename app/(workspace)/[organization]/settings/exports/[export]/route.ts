import { findMember } from "@/lib/server/auth/member";
import { findExport } from "@/lib/server/data/exports";
import { openExport } from "@/lib/server/jobs/exports";
import { fileResponse } from "@/lib/server/requests/file-response";
import { handled } from "@/lib/server/requests/handled";
import { notFound } from "@/lib/server/requests/problem";
import { webStream } from "@/lib/server/requests/web-stream";

type Context = RouteContext<"/[organization]/settings/exports/[export]">;

/** A file that was asked for before. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, export: id } = await params;
  const member = await findMember(organization);
  if (!member) return notFound("No such organization.");
  const found = await findExport(member, id);
  if (found?.status !== "ready") return notFound("There is no such export.");
  const file = await openExport(found);
  if (!file) return notFound("The file of this export is no longer here. Export once more.");
  return fileResponse(webStream(file.stream), {
    name: found.fileName,
    headers: { "Content-Length": String(file.bytes) },
  });
});
