import { expect, test } from "vitest";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { TABLE_KEYS } from "@/lib/organization-file/tables";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { importOrganization } from "@/lib/server/data/organization-import";
import { openBefore, textOfBefore } from "../support/before";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { later, newOrganization } from "../support/organization";

freshDatabaseEachTest();

/** Without the tables that there were none of then: they are empty. */
function asThen(text: string, then: string): string {
  const known = Object.keys(JSON.parse(then));
  const since = TABLE_KEYS.filter((key) => !known.includes(key));
  return since.reduce((left, key) => left.replace(`"${key}":[],`, ""), text);
}

test("a database of before opens: its export and all that can be restored are byte for byte as they were", async () => {
  const member = await openBefore();
  const text = await textOfBefore("before.json");
  expect(asThen(await exported(member), text)).toBe(text);

  const deleted = await listDeletions(member, later(300));
  expect(deleted.map(({ kind }) => kind).sort()).toEqual(["draft", "item", "plan", "unit"]);
  for (const { id } of deleted) expect(await restoreDeletion(member, id, later(300))).toBe("restored");
  const whole = await textOfBefore("before-restored.json");
  expect(asThen(await exported(member), whole)).toBe(whole);
});

test.each(["before.json", "before-restored.json"] as const)(
  "%s, a file of before, is imported and exported to the same bytes",
  async (name) => {
    const text = await textOfBefore(name);
    const member = await newOrganization();
    expect(await importOrganization(member, parseOrganizationFile(text), "import")).toMatchObject({
      outcome: "imported",
    });
    expect(asThen(await exported(member), text)).toBe(text);
  },
);
