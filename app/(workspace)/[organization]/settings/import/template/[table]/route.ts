import { z } from "zod";
import { answersTemplate } from "@/lib/assessments/answer-csv";
import { inventoryTemplate } from "@/lib/inventory/inventory-table";
import { findMember } from "@/lib/server/auth/member";
import { currentFramework } from "@/lib/server/data/frameworks";
import { fileResponse } from "@/lib/server/requests/file-response";
import { handled } from "@/lib/server/requests/handled";
import { notFound } from "@/lib/server/requests/problem";
import { unitTemplate } from "@/lib/units/unit-table";

const TEMPLATES = {
  units: unitTemplate,
  assessments: async () => answersTemplate((await currentFramework()).framework),
  inventory: inventoryTemplate,
};
const tableSchema = z.enum(["units", "assessments", "inventory"]);

type Context = RouteContext<"/[organization]/settings/import/template/[table]">;

/** A table to fill in. */
export const GET = handled(async (_request: Request, { params }: Context): Promise<Response> => {
  const { organization, table } = await params;
  if (!(await findMember(organization))) return notFound("No such organization.");
  const known = tableSchema.safeParse(table);
  if (!known.success) return notFound("No such template.");
  return fileResponse(await TEMPLATES[known.data](), { name: `${known.data}.csv` });
});
