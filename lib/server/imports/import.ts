import "server-only";
import { parseDraftFile } from "@/lib/assessments/draft-file";
import { parseDraftTable } from "@/lib/assessments/draft-table";
import { BOUNDS } from "@/lib/bounds/bounds";
import { allFaults, countOf, type Fault, type Faults, noFaults, oneFault, tell } from "@/lib/csv/faults";
import { formatCount } from "@/lib/format/number";
import type { Framework } from "@/lib/framework/types";
import type { ImportAnswer } from "@/lib/import/import-answer";
import type { UploadedFile, UploadKind } from "@/lib/import/upload";
import { parseInventoryTable } from "@/lib/inventory/inventory-table";
import { groupsOf } from "@/lib/organization-file/groups";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parseUnitTable } from "@/lib/units/unit-table";
import type { Member } from "../auth/member";
import { type Draft, importDrafts } from "../data/draft-import";
import { knownFrameworks } from "../data/frameworks";
import { importInventory } from "../data/inventory-import";
import { importOrganization } from "../data/organization-import";
import { importUnits } from "../data/unit-import";
import type { Manner, Upload } from "../data/uploads";

type ReadFile = UploadedFile & { fault?: undefined };
type Import<Files> = (member: Member, files: Files, manner: Manner, now: Date) => Promise<ImportAnswer>;

const IMPORTS: Record<UploadKind, Import<readonly ReadFile[]>> = {
  organization: oneFile(organization),
  units: oneFile(units),
  assessments,
  inventory: oneFile(inventory),
};

/** Imports what was uploaded, or says what that would do. Files are read anew each time, so both see the same. */
export async function runImport(
  member: Member,
  { kind, files }: Upload,
  manner: Manner,
  now: Date,
): Promise<ImportAnswer> {
  const unread = noFaults();
  const read: ReadFile[] = [];
  for (const file of files) {
    if (file.fault !== undefined) tell(unread, file.name, file.fault);
    else read.push(file);
  }
  return countOf(unread) > 0 ? refused(unread) : IMPORTS[kind](member, read, manner, now);
}

function oneFile(run: Import<ReadFile>): Import<readonly ReadFile[]> {
  return async (member, files, manner, now) => {
    const [file, second] = files;
    if (!file || second) return refused(oneFault(second?.name ?? "", "Import one file at a time."));
    return run(member, file, manner, now);
  };
}

async function organization(member: Member, file: ReadFile, manner: Manner): Promise<ImportAnswer> {
  const known = await knownFrameworks();
  const { value: parsed, fault } = read(file, (text) => parseOrganizationFile(text, known));
  if (!parsed) return refused({ faults: [fault], more: 0 });
  const answer = await importOrganization(member, parsed, manner.mode, manner.uploadId);
  if (answer.outcome === "forbidden") return answer;
  if (answer.outcome === "refused") return refused({ faults: [faultAt(file.name, answer)], more: 0 });
  return { outcome: answer.outcome, groups: groupsOf(answer.report, parsed.organization.name) };
}

async function units(member: Member, file: ReadFile, { mode, uploadId }: Manner, now: Date) {
  const { rows, ...found } = parseUnitTable(file);
  if (countOf(found) > 0) return refused(found);
  return named("unit", await importUnits(member, rows, mode, now, uploadId));
}

async function inventory(member: Member, file: ReadFile, manner: Manner, now: Date): Promise<ImportAnswer> {
  const { rows, ...found } = parseInventoryTable(file);
  if (countOf(found) > 0) return refused(found);
  const answer = await importInventory(member, rows, manner, now);
  if (!("added" in answer)) return answer;
  const { outcome, added, changed, unchanged } = answer;
  const groups = [
    { title: `Adds ${formatCount(added.length, "item")}`, names: added },
    { title: `Changes ${formatCount(changed.length, "item")}`, names: changed },
    { title: `Leaves ${formatCount(unchanged.length, "item")} as they are`, names: unchanged },
  ];
  return { outcome, groups: groups.filter(({ names }) => names.length > 0) };
}

async function assessments(member: Member, files: readonly ReadFile[], manner: Manner, now: Date) {
  const known = await knownFrameworks();
  const read = files.map((file) => draftsIn(file, known));
  const found = allFaults(read);
  const drafts = read.flatMap(({ drafts }) => drafts);
  if (drafts.length > BOUNDS.drafts) {
    const place = drafts[BOUNDS.drafts]?.file ?? "";
    tell(found, place, `At most ${formatCount(BOUNDS.drafts, "assessment")} at once.`);
  }
  if (countOf(found) > 0) return refused(found);
  return named("draft", await importDrafts(member, drafts, manner, now));
}

/** A table may hold several, JSON holds one. What is no workbook is a table by its name. */
function draftsIn(file: ReadFile, frameworks: readonly Framework[]): { drafts: Draft[] } & Faults {
  if (!file.rows && !/\.csv$/i.test(file.name)) {
    const { value, fault } = read(file, (text) => parseDraftFile(text, frameworks));
    if (!value) return { drafts: [], faults: [fault], more: 0 };
    return { drafts: [{ file: file.name, unitPlace: "unit.name", assessment: value }], faults: [], more: 0 };
  }
  const { drafts, faults, more } = parseDraftTable(file, frameworks);
  return {
    drafts: drafts.map(({ place, assessment }) => ({
      file: file.name,
      unitPlace: `${place}, unit`,
      assessment,
    })),
    faults: faults.map(({ place, text }) => ({ place: `${file.name}, ${place}`, text })),
    more,
  };
}

type Named =
  | { outcome: "imported" | "previewed"; names: readonly string[] }
  | Exclude<ImportAnswer, { outcome: "imported" | "previewed" }>;

function named(noun: string, answer: Named): ImportAnswer {
  if (!("names" in answer)) return answer;
  const { outcome, names } = answer;
  return { outcome, groups: [{ title: `Adds ${formatCount(names.length, noun)}`, names }] };
}

type Read<Value> = { value: Value; fault?: undefined } | { value?: undefined; fault: Fault };

function read<Value extends object>({ name, text }: ReadFile, parse: (text: string) => Value): Read<Value> {
  if (text === undefined)
    return {
      fault: { place: name, text: "Expected the JSON file that Export everything gives, not a workbook." },
    };
  try {
    return { value: parse(text) };
  } catch (error) {
    if (error instanceof AssessmentError) return { fault: faultAt(name, error) };
    throw error;
  }
}

function refused(found: Faults): ImportAnswer {
  return { outcome: "refused", ...found };
}

function faultAt(file: string, { path, expected }: { path: string; expected: string }): Fault {
  return { place: path === "" ? file : `${file}, ${path}`, text: `Expected ${expected}.` };
}
