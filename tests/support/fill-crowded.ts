import { copyFile } from "node:fs/promises";
import Database from "better-sqlite3";
import { BOUNDS } from "@/lib/bounds/bounds";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { findMember, type Member } from "@/lib/server/auth/member";
import { toAnswerColumns } from "@/lib/server/data/interchange";
import { submitAssessment } from "@/lib/server/data/submission";
import { saveUpload } from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { readEnv } from "@/lib/server/env";
import { generatedDatabase } from "./generated-database";
import {
  crowdedDraftId,
  crowdedItemId,
  crowdedUnitId,
  GENERATED_ORGANIZATION,
  generatedRegionId,
  generatedUnitId,
  idOf,
} from "./generated-ids";
import { GENERATED_AT } from "./generated-units";
import { newAssessment, setSuitability } from "./organization";
import { newPlan } from "./plans";

/**
 * `fill-crowded.ts ASSESSED MORE`: a generated organization with so many assessed units, so many more below one of
 * its regions, and of everything else as much as one page may meet.
 */
const [assessed = 0, more = 0] = process.argv.slice(2).map(Number);

const ITEMS = 2000;
const ITEMS_OF_ONE = 400;
const PLANS = 200;
const DELETIONS = 200;
const DRAFTS = Math.min(400, assessed);
const NOW = GENERATED_AT;

const { databaseFile } = readEnv();
await copyFile(await generatedDatabase(assessed), databaseFile);
insertRows();
// A plan is made in a thread, which does not keep a process.
const staying = setInterval(() => undefined, 1000);
const member = await findMember("my-organization");
if (!member) throw new Error("There is no organization.");
await longAssessment(member, generatedUnitId(0), "submitted");
await longAssessment(member, generatedUnitId(1), "draft");
await newPlan(
  member,
  Array.from({ length: BOUNDS.planUnits }, (_, index) => generatedUnitId(index)),
);
await copyPlan();
await waitingUploads(member);
await db.$disconnect();
clearInterval(staying);

/** As many as they are, one by one would take minutes. */
function insertRows() {
  const database = new Database(databaseFile);
  const organization = GENERATED_ORGANIZATION;
  const now = NOW.toISOString().replace("Z", "+00:00");
  const unit = database.prepare(
    `INSERT INTO "Unit" ("id","organizationId","parentId","name","regulated","unitsInScope","processesInScope","archivedAt","createdAt","updatedAt")
     VALUES (?,?,?,?,0,1,1,?,?,?)`,
  );
  const draft = database.prepare(
    `INSERT INTO "Assessment" ("id","organizationId","unitId","frameworkVersionId","depth","targetPhase","regulated","unitsInScope","processesInScope","suitability","acceptedActions","status","createdAt","updatedAt")
     VALUES (?,?,?,?,'full','expansion',0,1,1,'{"conditions":{},"warnings":{}}','[]','draft',?,?)`,
  );
  const item = database.prepare(
    `INSERT INTO "InventoryItem" ("id","organizationId","unitId","kind","name","serves","note","revision","createdAt","updatedAt")
     VALUES (?,?,?,?,?,?,'',1,?,?)`,
  );
  const deletion = database.prepare(
    `INSERT INTO "Deletion" ("id","organizationId","kind","name","content","deletedAt") VALUES (?,?,'draft',?,'{}',?)`,
  );
  database.transaction(() => {
    for (let index = 0; index < more; index += 1) {
      const archivedAt = index % 20 === 19 ? now : null;
      unit.run(
        crowdedUnitId(index),
        organization,
        generatedRegionId(0),
        `Branch ${index}`,
        archivedAt,
        now,
        now,
      );
    }
    for (let index = 0; index < DRAFTS; index += 1)
      draft.run(crowdedDraftId(index), organization, generatedUnitId(index), idOf(2, 0), now, now);
    for (let index = 0; index < ITEMS; index += 1) {
      const unitId = generatedUnitId(index < ITEMS_OF_ONE ? 0 : index % assessed);
      const kind = index % 2 === 0 ? "process" : "system";
      // What serves many processes: each of them names it, and it names each.
      const serves =
        index === 1 ? Array.from({ length: BOUNDS.serves }, (_, process) => crowdedItemId(2 * process)) : [];
      item.run(
        crowdedItemId(index),
        organization,
        unitId,
        kind,
        `Item ${index}`,
        JSON.stringify(serves),
        now,
        now,
      );
    }
    for (let index = 0; index < DELETIONS; index += 1) {
      const deletedAt = new Date().toISOString().replace("Z", "+00:00");
      deletion.run(`deletion-${index}`, organization, `Draft ${index}`, deletedAt);
    }
  })();
  database.close();
}

/** All questions, each with a note and links that are as long as they may be. */
async function longAssessment(member: Member, unitId: string, status: "draft" | "submitted") {
  const assessmentId = await newAssessment(member, { unitId }, NOW);
  const answer = {
    level: 3,
    note: "Seen in the review of the team. ".repeat(BOUNDS.note).slice(0, BOUNDS.note).trim(),
    evidence: Array.from({ length: BOUNDS.links }, (_, index) =>
      `https://example.com/${index}/`.padEnd(BOUNDS.link, "long-path/"),
    ),
  } as const;
  const { organizationId } = member;
  const questions = aiScaling.areas.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
  );
  await db.answer.createMany({
    data: questions.map((question) => ({
      ...toAnswerColumns(answer),
      ...{ organizationId, assessmentId, question, revision: 1, mutationId: question, updatedAt: NOW },
    })),
  });
  await setSuitability(assessmentId);
  if (status === "submitted") await submitAssessment(member, assessmentId, NOW);
}

/** A plan more is a row more in the list. */
async function copyPlan() {
  const { id, ...plan } = await db.plan.findFirstOrThrow();
  const small = { ...plan, request: {}, content: {} };
  await db.plan.createMany({
    data: Array.from({ length: PLANS }, (_, index) => ({
      ...small,
      brief: plan.brief ?? {},
      name: `Plan ${index}`,
      updatedAt: new Date(0),
    })),
  });
}

async function waitingUploads(member: Member) {
  const table = (head: string[], row: (index: number) => string[]) => ({
    text: [head, ...Array.from({ length: BOUNDS.rows }, (_, index) => row(index))]
      .map((cells) => cells.join(","))
      .join("\n"),
  });
  const units = table(["name", "parent"], (index) => [`New ${index}`, ""]);
  const faulty = table(["unit", "kind", "name"], (index) => [`Nowhere ${index}`, "dragon", `Item ${index}`]);
  const now = new Date();
  await saveUpload(member, { kind: "units", files: [{ name: "units.csv", ...units }] }, now);
  await saveUpload(member, { kind: "inventory", files: [{ name: "items.csv", ...faulty }] }, now);
}
