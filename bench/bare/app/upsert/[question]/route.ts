import Database from "better-sqlite3";

/** The least that saves an answer durably: one statement, no revision, no tenant, nothing checked. */
const database = new Database(process.env.UPSERT_FILE ?? ":memory:");
database.exec(`
  PRAGMA journal_mode=WAL;
  PRAGMA synchronous=FULL;
  CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, value TEXT NOT NULL);
`);
const upsert = database.prepare(
  "INSERT INTO answer VALUES (?, ?) ON CONFLICT (question) DO UPDATE SET value = excluded.value",
);

export async function PUT(request: Request, { params }: { params: Promise<{ question: string }> }) {
  const { question } = await params;
  const answer = await request.json();
  upsert.run(question, JSON.stringify(answer));
  return Response.json({ answer });
}
