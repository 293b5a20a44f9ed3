import "server-only";
import { FORMAT, VERSION } from "@/lib/organization-file/schema";
import { TABLE_KEYS, type TableKey } from "@/lib/organization-file/tables";
import type { Member } from "../auth/member";
import type { Transaction } from "../db/transaction";
import { canonicalJson } from "./canonical-json";
import { readFramework } from "./frameworks";
import { OWNED_TABLES } from "./tables";

type Progress = (done: number, total: number) => void;

/** What stands before the frameworks of a file, by its key, is written while it is read. */
const isStreamed = (key: TableKey) => key < "frameworks";

/**
 * Everything of the organization as one JSON text, in pieces, from a snapshot of the database: a large one is never
 * whole in memory. Canonical: keys sorted, lists in the order of ids, one row of a table a line; equal organizations
 * give equal bytes. `progress` counts assessments.
 */
export async function* exportOrganization(
  member: Member,
  tx: Transaction,
  progress: Progress = () => {},
): AsyncGenerator<string> {
  const { organizationId } = member;
  const total = await tx.assessment.count({ where: { organizationId } });
  const versions = new Set<string>();
  let done = 0;
  progress(done, total);
  async function* linesOf(key: TableKey) {
    for await (const { row, frameworkVersionId } of OWNED_TABLES[key].read(member, tx)) {
      if (frameworkVersionId !== null) versions.add(frameworkVersionId);
      yield canonicalJson(row);
      if (key === "assessments") progress(++done, total);
    }
  }

  let begin = "{";
  for (const key of TABLE_KEYS.filter(isStreamed).sort()) {
    yield `${begin}"${key}":`;
    yield* listed(linesOf(key));
    begin = ",";
  }
  const rest = new Map<string, string>();
  for (const key of TABLE_KEYS.filter((key) => !isStreamed(key))) {
    rest.set(key, await joined(listed(linesOf(key))));
  }
  const frameworks: string[] = [];
  for (const id of versions) {
    const { hash, framework } = await readFramework(id, tx);
    frameworks.push(canonicalJson({ hash, content: framework }));
  }
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  rest.set("format", JSON.stringify(FORMAT));
  rest.set("frameworks", await joined(listed(frameworks.sort())));
  rest.set("organization", canonicalJson(organization));
  rest.set("version", String(VERSION));
  for (const key of [...rest.keys()].sort()) {
    yield `${begin}"${key}":${rest.get(key)}`;
    begin = ",";
  }
  yield "}\n";
}

async function* listed(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let begin = "[";
  for await (const line of lines) {
    yield `${begin}\n${line}`;
    begin = ",";
  }
  yield begin === "[" ? "[]" : "\n]";
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
