import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "@/lib/server/db/generated/client";
import { GuardedSqlite } from "@/lib/server/db/guarded-adapter";
import { migrate } from "@/lib/server/db/migrate";
import { printMicroseconds } from "./microseconds";

/** `data-call.ts guarded|stock`: one write and one read through Prisma, on a database of its own. */
const folder = await mkdtemp(path.join(tmpdir(), "scaling-readiness-bench-"));
const file = path.join(folder, "data-call.db");
const migrationsDirectory = path.resolve("prisma/migrations");
await migrate({ databaseFile: file, backupDirectory: folder, migrationsDirectory }, new Date());

const guarded = process.argv[2] === "guarded";
const adapter = guarded ? new GuardedSqlite(() => file) : new PrismaBetterSqlite3({ url: file });
const db = new PrismaClient({ adapter });
if (!guarded) {
  // The same care for what is written, so that only the adapter differs. The file is in WAL already.
  await db.$queryRawUnsafe("PRAGMA synchronous=FULL");
}
try {
  const { id } = await db.organization.create({
    data: { slug: "acme", name: "Acme", createdAt: new Date() },
  });
  await printMicroseconds(1500, async (call) => {
    await db.organization.update({ where: { id }, data: { name: `Acme ${call}` } });
    await db.organization.findUniqueOrThrow({ where: { id } });
  });
} finally {
  await db.$disconnect();
  await rm(folder, { recursive: true });
}
