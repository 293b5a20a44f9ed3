import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { PUT } from "@/app/api/v1/[organization]/assessments/[assessment]/answers/[question]/route";
import { requireMember } from "@/lib/server/auth/member";
import { deleteUnit } from "@/lib/server/data/deletions/delete-unit";
import { requestExport } from "@/lib/server/data/exports";
import { saveUpload } from "@/lib/server/data/uploads";
import { db } from "@/lib/server/db/client";
import { migrate } from "@/lib/server/db/migrate";
import { readEnv } from "@/lib/server/env";
import { storageFault } from "@/lib/server/storage/storage-fault";
import { rename } from "./change-records";
import { MIGRATIONS } from "./migrations";
import { newAssessment, newUnit, QUICK_QUESTIONS } from "./organization";

// `use-full-disk.ts disk|limit`: changes things on a disk that gets full, and again once there is room. Prints what
// each change came to, a line of JSON each. `disk` fills the disk of the database, `limit` lets no file grow.

const { databaseFile, backupDirectory } = readEnv();
const now = new Date();
const filler = path.join(path.dirname(databaseFile), "filler");

const FULL: Record<string, { fill: () => void; makeRoom: () => void }> = {
  disk: { fill: fillDisk, makeRoom: () => rmSync(filler) },
  limit: {
    fill: () => limitFiles(String(statSync(`${databaseFile}-wal`).size)),
    makeRoom: () => limitFiles("unlimited"),
  },
};

function fillDisk() {
  const file = openSync(filler, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    closeSync(file);
  }
}

function limitFiles(bytes: string) {
  execFileSync("prlimit", [`--pid=${process.pid}`, `--fsize=${bytes}:unlimited`]);
}

await migrate({ databaseFile, backupDirectory, migrationsDirectory: MIGRATIONS }, now);
const member = await requireMember("my-organization");
const unitId = await newUnit(member, { name: "Retail" });
const assessment = await newAssessment(member, { unitId, depth: "quick" });

async function putAnswer(): Promise<string> {
  const [question = ""] = QUICK_QUESTIONS;
  const params = Promise.resolve({ organization: "my-organization", assessment, question });
  const headers = {
    Host: "127.0.0.1",
    Origin: "http://127.0.0.1",
    "If-Match": '"0"',
    "Idempotency-Key": randomUUID(),
  };
  const body = JSON.stringify({ level: 3, note: "x".repeat(1900) });
  const response = await PUT(new Request("http://127.0.0.1/", { method: "PUT", headers, body }), { params });
  if (response.ok) return "done";
  return `${response.status} ${(await response.json()).detail}`;
}

const CHANGES: Record<string, () => Promise<unknown>> = {
  answer: putAnswer,
  "new unit": () => newUnit(member, { name: "x".repeat(80) }),
  rename: () => rename(member, "y".repeat(80)),
  export: () => requestExport(member, { fileName: "all.json", comparison: null }, now),
  upload: () =>
    saveUpload(member, { kind: "units", files: [{ name: "u.csv", text: "z".repeat(9000) }] }, now),
  delete: () => deleteUnit(member, unitId, now),
};

async function changeAll(when: string) {
  for (const [what, change] of Object.entries(CHANGES)) {
    const came = await change().then(
      (answer) => (typeof answer === "string" && /^507/.test(answer) ? answer : "done"),
      (error) => storageFault(error) ?? `unknown: ${error}`,
    );
    console.log(JSON.stringify({ when, what, came }));
  }
}

const full = FULL[process.argv[2] ?? ""];
if (!full) throw new Error("disk or limit?");
full.fill();
await changeAll("full");
full.makeRoom();
await changeAll("room");
const sound = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
console.log(JSON.stringify({ when: "after", what: "integrity", came: sound[0]?.integrity_check }));
await db.$disconnect();
