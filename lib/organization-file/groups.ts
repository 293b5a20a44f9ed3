import { formatCount } from "../format/number";
import type { Group } from "../import/import-answer";
import type { Comparison, ImportReport } from "./report";
import { FILE_TABLES, TABLE_KEYS } from "./tables";

/** An import's report in the words of its page; what is empty is left out. */
export function groupsOf(report: ImportReport, nameInFile: string): Group[] {
  const name = {
    taken: { title: "Name of the organization becomes", names: [nameInFile] },
    kept: { title: "Name of the organization stays as it is here, not", names: [nameInFile] },
    unchanged: { title: "Name of the organization", names: [] },
  }[report.organizationName];
  const all = [name, ...TABLE_KEYS.flatMap((key) => compared(FILE_TABLES[key].noun, report[key]))];
  return all.filter(({ names }) => names.length > 0);
}

function compared(noun: string, { added, unchanged, kept }: Comparison): Group[] {
  const same = unchanged === 0 ? [] : [`${formatCount(unchanged, noun)}, just as in the file`];
  return [
    { title: `Adds ${formatCount(added.length, noun)}`, names: added },
    { title: `Here already, ${noun}s`, names: same },
    {
      title: `Differs here and stays as it is here: ${formatCount(kept.length, noun)} of the file`,
      names: kept,
    },
  ];
}
