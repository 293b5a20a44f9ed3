import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { PUT } from "@/app/api/v1/[organization]/assessments/[assessment]/answers/[question]/route";
import { requireMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { submitAssessment } from "@/lib/server/data/submission";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { freshDatabaseEachTest } from "../support/database";
import { temporaryFolder } from "../support/folder";
import { later, newAssessment, QUICK_QUESTIONS, setSuitability } from "../support/organization";
import { noSmallDisk, onSmallDisk } from "../support/small-disk";

freshDatabaseEachTest();

const NOTE = "x".repeat(1900);

/** The database may grow no more: to SQLite that is a full disk. */
async function fillDisk() {
  const [row] = await db.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
  await db.$queryRawUnsafe(`PRAGMA max_page_count=${row?.page_count}`);
}
const makeRoom = () => db.$queryRawUnsafe("PRAGMA max_page_count=1000000");

async function put(assessment: string, question: string) {
  const headers = {
    Host: "127.0.0.1",
    Origin: "http://127.0.0.1",
    "If-Match": '"0"',
    "Idempotency-Key": randomUUID(),
  };
  const body = JSON.stringify({ level: 3, note: NOTE });
  const params = Promise.resolve({ organization: "my-organization", assessment, question });
  const response = await PUT(new Request("http://127.0.0.1/", { method: "PUT", headers, body }), { params });
  return { status: response.status, json: await response.json() };
}

test.each([
  ["full", fillDisk, makeRoom, /the disk is full \(SQLITE_FULL\)/],
  [
    "read-only",
    () => db.$queryRawUnsafe("PRAGMA query_only=ON"),
    () => db.$queryRawUnsafe("PRAGMA query_only=OFF"),
    /no permission to write \(SQLITE_READONLY\)/,
  ],
])(
  "a disk that is %s is said, stores nothing half, and is no trouble afterwards",
  async (_what, break_, mend, words) => {
    const said = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const member = await requireMember("my-organization");
    const assessment = await newAssessment(member, { depth: "quick" });
    await setSuitability(assessment);
    await break_();
    const acknowledged: string[] = [];
    let refused: Awaited<ReturnType<typeof put>> | undefined;
    for (const question of QUICK_QUESTIONS) {
      const answer = await put(assessment, question);
      if (answer.status === 200) acknowledged.push(question);
      else refused ??= answer;
    }
    expect(refused).toMatchObject({
      status: 507,
      json: { title: "Cannot be stored", detail: expect.stringMatching(words) },
    });
    await expect(submitAssessment(member, assessment, later(1))).rejects.toThrow();
    expect(said).toHaveBeenCalled();
    said.mockRestore();

    const half = await findAssessment(member, assessment);
    expect(half?.status).toBe("draft");
    expect(half?.answers.map(({ question }) => question).sort()).toEqual(acknowledged.sort());
    expect(await db.result.count()).toBe(0);

    await mend();
    for (const question of QUICK_QUESTIONS) {
      if (!acknowledged.includes(question)) expect((await put(assessment, question)).status).toBe(200);
    }
    expect(await submitAssessment(member, assessment, later(2))).toBe("submitted");
    expect(await db.result.count()).toBe(1);
  },
);

const FULL =
  /^(507 The app cannot use its disk: )?(the disk is full \(SQLITE_FULL\)|the disk cannot be read or written \(SQLITE_IOERR_WRITE\))/;
const USE = ["--conditions=react-server", "--import", "tsx", "tests/support/use-full-disk.ts"];

test.for(["disk", "limit"])(
  "whatever is changed on a disk that is really full (%s) says so, and works once there is room",
  { timeout: 60_000 },
  async (kind, context) => {
    const folder = await temporaryFolder();
    const why = kind === "disk" ? noSmallDisk(folder) : "";
    context.skip(why !== "", why);
    process.env.DATABASE_URL = `file:${folder}/app.db`;
    const { stdout, stderr } =
      kind === "disk"
        ? onSmallDisk(folder, 3000, `node ${USE.join(" ")} disk`)
        : spawnSync(process.execPath, [...USE, kind], { encoding: "utf8" });
    const lines = stdout
      .trim()
      .split("\n")
      .flatMap((line) => (line.includes('"when"') ? [JSON.parse(line)] : []));
    const full = lines.filter(({ when }) => when === "full");
    const whats = ["answer", "new unit", "rename", "export", "upload", "delete"];
    expect(
      full.map(({ what }) => what),
      stderr,
    ).toEqual(whats);
    for (const { what, came } of full) expect(came, what).toMatch(FULL);
    expect(full[0].came).toMatch(/^507 /);
    expect(lines.filter(({ when }) => when === "room").map(({ came }) => came)).toEqual(
      whats.map(() => "done"),
    );
    expect(lines.at(-1).came).toBe("ok");
    // Each is in the log with its reason.
    const logged = stderr.split("\n").filter((line) => line.includes('"Unexpected error"'));
    expect(logged.every((line) => FULL.test(JSON.parse(line).fault))).toBe(true);
    expect(logged).toHaveLength(1);
    await rm(folder, { recursive: true, force: true });
  },
);
