import type { UploadKind } from "@/lib/import/upload";
import { generatedAssessmentId } from "./generated-ids";
import { sendForm } from "./send-form";
import { sendUpload } from "./send-upload";
import { packed, parts } from "./workbook";

/** The worst that may be asked of an app with a generated organization: each kind of heavy work, as people ask for it. */
export type Heavy = { name: string; ask: (home: string) => Promise<Response> };

const get = (path: string) => (home: string) => fetch(`${home}${path}`);

/** Sends a file to be imported and looks at what it would do. */
export const lookAt = (kind: UploadKind, file: File) => async (home: string) => {
  const sent = await sendUpload(home, kind, [file]);
  const preview = sent.headers.get("location");
  return preview === null ? sent : fetch(new URL(preview, home));
};

const MANY_UNITS = 9000;

async function importUnits(home: string) {
  const rows = Array.from({ length: MANY_UNITS }, (_, row) => `New unit ${row},`);
  const preview = await lookAt("units", new File([`name,parent\n${rows.join("\n")}\n`], "units.csv"))(home);
  return sendForm(preview.url, ">Import<");
}

const format = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${"[".repeat(60_000)}"/></numFmts></styleSheet>`;
const workbook = packed(parts("<row><c><v>1</v></c></row>", { "xl/styles.xml": format }));

const result = `/assessments/${generatedAssessmentId(0, 2)}/results/export`;

/** `size`: bytes of the files that are sent. */
export function heaviest(size: number): readonly Heavy[] {
  const pairs = Math.floor(size / 2);
  const line = new File(["a,".repeat(pairs)], "line.csv");
  const cell = new File([`"${"a".repeat(size)}"`], "cell.csv");
  const blanks = new File([" ".repeat(size)], "blanks.json");
  const lists = new File([`[${"[],".repeat(Math.floor(size / 3))}[]]`], "lists.json");
  return [
    { name: "report as PDF", ask: get(`${result}/pdf`) },
    { name: "report as workbook", ask: get(`${result}/xlsx`) },
    { name: "comparison as PDF", ask: get("/compare/export/pdf") },
    { name: "comparison as workbook", ask: get("/compare/export/xlsx") },
    { name: `a table of ${pairs} columns`, ask: lookAt("units", line) },
    { name: "a table of one cell", ask: lookAt("units", cell) },
    { name: "JSON of blanks", ask: lookAt("organization", blanks) },
    { name: "JSON of empty lists", ask: lookAt("organization", lists) },
    { name: "a hostile workbook", ask: lookAt("units", new File([Buffer.from(workbook)], "units.xlsx")) },
    { name: `an import of ${MANY_UNITS} units`, ask: importUnits },
    {
      name: "everything as a file",
      ask: (home) => sendForm(`${home}/settings/exports`, "Export everything"),
    },
  ];
}
