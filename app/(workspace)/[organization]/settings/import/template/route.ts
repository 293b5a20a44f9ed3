import { attachment } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { notFound } from "@/lib/server/problem";
import { unitTemplate } from "@/lib/units/unit-csv";

/** A table of units to fill in. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[organization]/settings/import/template">,
): Promise<Response> {
  if (!(await findMember((await params).organization))) return notFound("No such organization.");
  return new Response(unitTemplate(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment("units.csv"),
      "Cache-Control": "private, no-store",
    },
  });
}
