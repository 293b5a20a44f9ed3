import { expect, test } from "vitest";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import { listDeletions } from "@/lib/server/data/deletions/list-deletions";
import { restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { importOrganization } from "@/lib/server/data/organization-import";
import { openBefore, textOfBefore } from "../support/before";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { later, newOrganization } from "../support/organization";

freshDatabaseEachTest();

test("a database of before opens: its export and all that can be restored are byte for byte as they were", async () => {
  const member = await openBefore();
  expect(await exported(member)).toBe(await textOfBefore("before.json"));

  const deleted = await listDeletions(member, later(300));
  expect(deleted.map(({ kind }) => kind).sort()).toEqual(["draft", "item", "plan", "unit"]);
  for (const { id } of deleted) expect(await restoreDeletion(member, id, later(300))).toBe("restored");
  expect(await exported(member)).toBe(await textOfBefore("before-restored.json"));
});

test.each(["before.json", "before-restored.json"] as const)(
  "%s, a file of before, is imported and exported to the same bytes",
  async (name) => {
    const text = await textOfBefore(name);
    const member = await newOrganization();
    expect(await importOrganization(member, parseOrganizationFile(text), "import")).toMatchObject({
      outcome: "imported",
    });
    expect(await exported(member)).toBe(text);
  },
);
