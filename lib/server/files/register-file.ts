import "server-only";
import { formatIsoDay } from "@/lib/format/date";
import { fileName } from "@/lib/report/file-name";
import { registerCsv } from "@/lib/risk-register/register-table";
import type { Member } from "../auth/member";
import { findUnit } from "../data/units";
import { readRegister } from "../risk-register/read-register";
import { registerXlsx } from "../risk-register/register-xlsx";
import type { RegisterFormat } from "./formats";
import type { MadeFile } from "./made-file";

type Asked = { member: Member; unitId: string; format: RegisterFormat; now: Date };

/** The risk register of a unit. Null when there is no such unit. */
export async function registerFile({ member, unitId, format, now }: Asked): Promise<MadeFile | null> {
  const unit = await findUnit(member, unitId);
  if (!unit) return null;
  const register = await readRegister(member, unit);
  const body =
    format === "xlsx" ? await registerXlsx(register, now) : registerCsv(register, formatIsoDay(now));
  return { name: fileName(unit.name, "risk register", now, format), body };
}
