import { expect, test } from "vitest";
import { findUploadHead, saveUpload } from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { runImport } from "@/lib/server/imports/import";
import { importUpload } from "@/lib/server/imports/import-upload";
import { beside } from "@/lib/server/workers/beside";
import { LANES } from "@/lib/server/workers/limits";
import { importUpload as importInThread } from "@/lib/server/workers/upload-tasks";
import { freshDatabaseEachTest } from "../support/database";
import { exported } from "../support/exported";
import { NOW, newOrganization, newUnit } from "../support/organization";

freshDatabaseEachTest();

const NAME = { name: "units.csv", text: "name\nA" };

test.each(["organization", "units", "inventory", "assessments"] as const)(
  "an upload of %s is gone when what it held is here, and not before",
  async (kind) => {
    const member = await newOrganization();
    await newUnit(member, { name: "Unit" });
    const texts = {
      organization: await exported(member),
      units: NAME.text,
      inventory: "unit,kind,name\nUnit,process,Billing",
      assessments: "unit,question,answer,targetPhase\nUnit,ai-platform.reuse,3,maturity",
    };
    const files = [{ name: "file.csv", text: texts[kind] }];
    const save = async (held = files) => {
      const saved = await saveUpload(member, { kind, files: held }, NOW);
      return { id: saved.outcome === "saved" ? saved.id : "", kind, files: held };
    };
    const wrong = await save([{ name: "file.csv", text: "," }]);
    const refused = await runImport(member, wrong, { mode: "import", uploadId: wrong.id }, NOW);
    expect([refused.outcome, await db.upload.count()]).toEqual(["refused", 1]);
    const { id } = await save();
    const run = (mode: "preview" | "import") => importInThread({ member, id, manner: { mode }, now: NOW });
    expect([await run("preview"), await db.upload.count()]).toMatchObject([{ outcome: "previewed" }, 1]);
    expect([await run("import"), await db.upload.count()]).toMatchObject([{ outcome: "imported" }, 0]);
  },
);

test("an import that is ended says what is true: nothing was stored, or it was done just before", async () => {
  const member = await newOrganization();
  const saved = await saveUpload(member, { kind: "units", files: [NAME] }, NOW);
  const head = await findUploadHead(member, saved.outcome === "saved" ? saved.id : "");
  if (!head) throw new Error("Expected an upload.");
  const { threads, queue } = LANES.asked;
  const nothing = { member, id: "none", manner: { mode: "preview" as const }, now: NOW };
  const filling = Array.from({ length: threads + queue }, () => beside("importUpload", nothing));
  expect(await importUpload(member, head, { mode: "import" }, NOW)).toMatchObject({
    outcome: "refused",
    faults: [{ text: expect.stringContaining("Nothing was stored") }],
  });
  await db.upload.deleteMany();
  expect(await importUpload(member, head, { mode: "import" }, NOW)).toMatchObject({ outcome: "imported" });
  await Promise.all(filling);
});
