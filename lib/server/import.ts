import "server-only";
import type { ImportAnswer } from "@/lib/import/answer";
import { groupsOf } from "@/lib/organization-file/groups";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "./auth/member";
import { importOrganization } from "./data/organization-import";
import type { Upload } from "./data/uploads";

/** Imports what was uploaded, or says what that would do. Files are read anew each time, so both see the same. */
export async function runImport(
  member: Member,
  { files }: Upload,
  mode: "preview" | "import",
): Promise<ImportAnswer> {
  const [first] = files;
  if (!first || files.length > 1) {
    return { outcome: "refused", faults: [{ place: "", expected: "one file" }] };
  }
  try {
    const file = parseOrganizationFile(first.text);
    const answer = await importOrganization(member, file, mode);
    if (answer.outcome === "forbidden") return answer;
    if (answer.outcome === "refused") return refused(first.name, answer);
    return { outcome: answer.outcome, groups: groupsOf(answer.report, file.organization.name) };
  } catch (error) {
    if (error instanceof AssessmentError) return refused(first.name, error);
    throw error;
  }
}

function refused(file: string, { path, expected }: { path: string; expected: string }): ImportAnswer {
  return { outcome: "refused", faults: [{ place: path === "" ? file : `${file}, ${path}`, expected }] };
}
