import { attachment } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { handled } from "@/lib/server/handled";
import { notFound } from "@/lib/server/problem";
import { unitTemplate } from "@/lib/units/unit-csv";

type Context = RouteContext<"/[organization]/settings/import/template">;

/** A table of units to fill in. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  if (!(await findMember((await params).organization))) return notFound("No such organization.");
  return new Response(unitTemplate(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment("units.csv"),
      "Cache-Control": "private, no-store",
    },
  });
});
