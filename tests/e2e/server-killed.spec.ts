import Database from "better-sqlite3";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { questionKeys } from "@/lib/framework/keys";
import { start } from "../support/answering";
import { answeringClient } from "../support/answering-client";
import { expect, test } from "../support/test";

const KILLS = Number(process.env.KILLS ?? 20);
const CLIENTS = 4;

test.use({ freshApp: true, expectedFailures: [/./] });

type Row = { question: string; level: number; revision: number };

/** What is on the disk, from a file that SQLite finds sound. */
function onDisk(databaseFile: string): Map<string, Row> {
  const database = new Database(databaseFile, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    const rows = database.prepare<[], Row>("SELECT question, level, revision FROM Answer").all();
    return new Map(rows.map((row) => [row.question, row]));
  } finally {
    database.close();
  }
}

test(`${KILLS} times killed while ${CLIENTS} people answer, the app has every answer that it acknowledged`, async ({
  page,
  app,
}) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  const assessment = `${app.url}/api/v1${await start(page, "Treasury")}`;
  await page.close();
  const clients = Array.from({ length: CLIENTS }, () => answeringClient(assessment));
  // Each question belongs to one of them: here nobody is to choose between two values.
  const questions = [...questionKeys(aiScaling).keys()];
  let turn = 0;
  const answering = setInterval(() => {
    const client = turn % CLIENTS;
    const own = questions.filter((_, index) => index % CLIENTS === client);
    const round = Math.floor(turn / questions.length);
    clients[client]?.answer(own[Math.floor(turn / CLIENTS) % own.length] ?? "", ((turn + round) % 5) + 1);
    turn += 1;
  }, 3);

  let acknowledgements = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = clients.reduce((sum, client) => sum + client.acknowledged.size, 0);
    for (const { acknowledged } of clients) acknowledged.clear();
    acknowledgements += before;
    const heard = () => clients.every(({ acknowledged }) => acknowledged.size > 0);
    await expect.poll(heard, { intervals: [10] }).toBe(true);
    // Anywhere between two saves.
    await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 60));
    await app.kill();

    const stored = onDisk(app.databaseFile);
    for (const { acknowledged } of clients) {
      for (const [question, { value, revision }] of acknowledged) {
        const row = stored.get(question);
        expect(row?.revision, question).toBeGreaterThanOrEqual(revision);
        if (row?.revision === revision) expect(row.level, question).toBe(value);
      }
    }
    await app.restart();
    for (const { queue } of clients) queue.retryNow();
  }
  clearInterval(answering);
  await expect.poll(() => clients.map(({ queue }) => queue.status().unsent)).toEqual(clients.map(() => 0));
  expect(acknowledgements).toBeGreaterThan(KILLS * CLIENTS);

  const stored = onDisk(app.databaseFile);
  for (const { given, queue } of clients) {
    expect(queue.status()).toMatchObject({ conflicts: [], refused: [] });
    for (const [question, level] of given) expect(stored.get(question)?.level, question).toBe(level);
  }
});
