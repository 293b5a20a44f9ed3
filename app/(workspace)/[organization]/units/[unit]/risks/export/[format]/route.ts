import type { NextRequest } from "next/server";
import { z } from "zod";
import { formatIsoDay } from "@/lib/format/date";
import { fileName } from "@/lib/report/file-name";
import { registerCsv } from "@/lib/risk-register/register-table";
import { findMember } from "@/lib/server/auth/member";
import { findUnit } from "@/lib/server/data/units";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { invalidQuery, notFound } from "@/lib/server/problem";
import { readRegister } from "@/lib/server/risk-register/read-register";
import { registerXlsx } from "@/lib/server/risk-register/register-xlsx";

const querySchema = z.object({ format: z.enum(["xlsx", "csv"], "one of xlsx, csv") });

type Context = RouteContext<"/[organization]/units/[unit]/risks/export/[format]">;

/** The risk register of a unit as a file. */
export const GET = handled(async (_request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, unit: id, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  const unit = member && (await findUnit(member, id));
  if (!unit) return notFound("No such unit.");

  const register = await readRegister(member, unit);
  const now = new Date();
  const body =
    query.data.format === "xlsx"
      ? await registerXlsx(register, now)
      : registerCsv(register, formatIsoDay(now));
  const name = fileName(unit.name, "risk register", now, query.data.format);
  return fileResponse(body, { name });
});
