import { copyFileSync, existsSync, renameSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { databaseInPlace, db, expectDatabase, openDatabase } from "@/lib/server/db/client";
import { readSnapshot } from "@/lib/server/db/snapshot";
import { writerTurn } from "@/lib/server/db/writer-turn";
import { readEnv } from "@/lib/server/env";
import { storageFault } from "@/lib/server/storage/storage-fault";
import { beside } from "@/lib/server/workers/beside";
import { freshDatabaseEachTest } from "../support/database";
import { newOrganization } from "../support/organization";
import { ended, printed, runElsewhere, runFileElsewhere } from "../support/process";

freshDatabaseEachTest();

const organization = (slug: string) => ({ slug, name: slug, createdAt: new Date(0) });

/** Prisma asks the database only once somebody waits for the answer. */
const started = <T>(query: Promise<T>): Promise<T> => query.then((answer) => answer);

/** As another connection sees the file: only what is committed. */
function onDisk(): string[] {
  const database = new Database(readEnv().databaseFile, { readonly: true });
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare<[], string>("SELECT slug FROM Organization ORDER BY slug").pluck().all();
  } finally {
    database.close();
  }
}

test("opens the file with a write-ahead log, full synchronization and foreign keys", async () => {
  const pragma = async (name: string) => {
    const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return String(Object.values(rows[0] ?? {})[0]);
  };
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe("2");
  expect(await pragma("foreign_keys")).toBe("1");
  expect(await pragma("busy_timeout")).toBe("5000");
});

test("others are let in between one statement that reads and the next", async () => {
  await db.organization.count();
  let turns = 0;
  let waiting = setImmediate(function again() {
    turns += 1;
    waiting = setImmediate(again);
  });
  const seen = await Promise.all(
    Array.from({ length: 5 }, async () => {
      await db.organization.count();
      return turns;
    }),
  );
  clearImmediate(waiting);
  expect(new Set(seen).size).toBe(5);
});

test("who does not get a turn to write within ten seconds is told so, and keeps nobody waiting", async () => {
  await db.organization.count();
  const end = await writerTurn().take();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const plain = started(db.organization.create({ data: organization("plain") }));
    const inTransaction = db.$transaction((tx) =>
      tx.organization.create({ data: organization("transaction") }),
    );
    const told = Promise.all(
      [plain, inTransaction].map((one) =>
        expect(one).rejects.toMatchObject({ storageCode: "DATABASE_BUSY" }),
      ),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await told;
    expect(await db.organization.count()).toBe(0);
  } finally {
    vi.useRealTimers();
    end();
  }
  await db.organization.create({ data: organization("later") });
  expect(onDisk()).toEqual(["later"]);
});

test("a rollback takes nobody else's write with it", async () => {
  let outside: Promise<unknown> | undefined;
  const inside = db.$transaction(async (tx) => {
    await tx.organization.create({ data: organization("inside") });
    outside = started(db.organization.create({ data: organization("outside") }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error("no");
  });
  await expect(inside).rejects.toThrow("no");
  await outside;
  expect(onDisk()).toEqual(["outside"]);
});

test("nobody reads what is not committed", async () => {
  let seen: Promise<number> | undefined;
  const inside = db.$transaction(async (tx) => {
    await tx.organization.create({ data: organization("inside") });
    seen = started(db.organization.count());
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error("no");
  });
  await expect(inside).rejects.toThrow("no");
  expect(await seen).toBe(0);
});

test("a transaction that takes too long is undone, and the next write is its own", async () => {
  const slow = db.$transaction(
    async (tx) => {
      await tx.organization.create({ data: organization("slow") });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await tx.organization.create({ data: organization("too-late") });
    },
    { timeout: 50 },
  );
  await expect(slow).rejects.toThrow();
  await db.organization.create({ data: organization("next") });
  expect(onDisk()).toEqual(["next"]);
});

test("a commit that fails leaves no transaction behind", async () => {
  await db.$executeRawUnsafe(
    `CREATE TABLE Late (id TEXT REFERENCES Organization (id) DEFERRABLE INITIALLY DEFERRED)`,
  );
  const failing = db.$transaction(async (tx) => {
    await tx.organization.create({ data: organization("lost") });
    await tx.$executeRawUnsafe(`INSERT INTO Late VALUES ('nowhere')`);
  });
  await expect(failing).rejects.toThrow();
  await db.organization.create({ data: organization("next") });
  expect(onDisk()).toEqual(["next"]);
});

test("a lock held elsewhere for too long is a clean error, and the next write is on disk", {
  timeout: 60_000,
}, async () => {
  await db.organization.count();
  const holder = runElsewhere(`
    import Database from "better-sqlite3";
    const database = new Database(${JSON.stringify(readEnv().databaseFile)});
    database.exec("BEGIN IMMEDIATE");
    console.log("held");
    process.on("SIGTERM", () => process.exit());
    setInterval(() => undefined, 1000);
  `);
  await printed(holder, "held");
  await expect(db.organization.create({ data: organization("refused") })).rejects.toThrow("SQLITE_BUSY");
  holder.kill("SIGTERM");
  await ended(holder);

  await db.organization.create({ data: organization("single") });
  await db.$transaction((tx) => tx.organization.create({ data: organization("in-transaction") }));
  expect(onDisk()).toEqual(["in-transaction", "single"]);
});

test("what a transaction has read cannot change before it writes", async () => {
  const { id } = await db.organization.create({ data: organization("counter") });
  const writer = runElsewhere(`
    import Database from "better-sqlite3";
    const database = new Database(${JSON.stringify(readEnv().databaseFile)}, { timeout: 60_000 });
    let stopping = false;
    process.on("SIGTERM", () => { stopping = true; });
    console.log("started");
    for (let count = 1; !stopping; count++) {
      database.exec("UPDATE Organization SET name = name || 'x'");
      console.log("wrote", count, "times");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  `);
  const theirs = () => Number([...writer.output().matchAll(/wrote (\d+) times/g)].at(-1)?.[1] ?? 0);
  await printed(writer, "started");
  let ours = 0;
  while (ours < 20 || theirs() < 20) {
    await db.$transaction(async (tx) => {
      const { name } = await tx.organization.findUniqueOrThrow({ where: { id } });
      await new Promise((resolve) => setTimeout(resolve, 2));
      await tx.organization.update({ where: { id }, data: { name: `${name}y` } });
    });
    ours++;
    // SQLite lets a waiting writer sleep up to 100 ms between tries: without a pause it would never find the lock free.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  writer.kill("SIGTERM");
  await ended(writer);
  const { name } = await db.organization.findUniqueOrThrow({ where: { id } });
  expect(name.length).toBe("counter".length + ours + theirs());
});

test("what was acknowledged survives kill -9, whole", { timeout: 180_000 }, async () => {
  for (let kill = 0; kill < 5; kill++) {
    await db.organization.deleteMany();
    await db.$disconnect();
    const writer = runFileElsewhere("tests/support/write-until-killed.ts");
    await printed(writer, "pair-b-3-second");
    await new Promise((resolve) => setTimeout(resolve, 40 * kill));
    writer.kill("SIGKILL");
    await ended(writer);

    const acknowledged = writer.output().split("\n").slice(0, -1);
    const stored = new Set(onDisk());
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((slug) => !stored.has(slug))).toEqual([]);
    expect([...stored].filter((slug) => slug.startsWith("abandoned"))).toEqual([]);
    const firsts = [...stored].filter((slug) => slug.endsWith("-first"));
    const seconds = [...stored].filter((slug) => slug.endsWith("-second"));
    expect(firsts.map((slug) => slug.replace("-first", "-second"))).toEqual(seconds);
  }
});

test("a database that is not in its place any more takes no write, and does again once it is back", async () => {
  const file = readEnv().databaseFile;
  await db.organization.create({ data: organization("before") });
  const writes: Record<string, (slug: string) => Promise<unknown>> = {
    single: (slug: string) => db.organization.create({ data: organization(slug) }),
    several: (slug: string) =>
      db.$transaction(async (tx) => void (await tx.organization.create({ data: organization(slug) }))),
    raw: (slug: string) => db.$executeRaw`UPDATE Organization SET name = ${slug} WHERE slug = 'before'`,
  };
  const away: Record<string, () => void> = {
    moved: () => renameSync(file, `${file}.away`),
    replaced: () => {
      renameSync(file, `${file}.away`);
      copyFileSync(`${file}.away`, file);
    },
  };
  for (const [how, take] of Object.entries(away)) {
    take();
    expect(databaseInPlace(), how).toBe(false);
    for (const [what, write] of Object.entries(writes)) {
      const error = await started(write(`${how}-${what}`)).catch((thrown: unknown) => thrown);
      expect(storageFault(error), `${how} ${what}`).toMatch(/^the database file was moved away/);
    }
    expect(await db.organization.count(), "what was there can be read").toBe(1);
    renameSync(`${file}.away`, file);
    expect(databaseInPlace(), how).toBe(true);
  }
  const during = db.$transaction(async (tx) => {
    await tx.organization.create({ data: organization("during") });
    renameSync(file, `${file}.away`);
  });
  await expect(during).rejects.toThrow("DATABASE_MOVED");
  renameSync(`${file}.away`, file);
  for (const [what, write] of Object.entries(writes)) await write(what);
  expect(onDisk()).toEqual(["before", "several", "single"]);
});

test("a thread that begins once another file is in the place of the database neither reads nor writes it", async () => {
  const file = readEnv().databaseFile;
  const member = await newOrganization();
  const form = new FormData();
  form.set("kind", "units");
  form.set("files", new File(["name\nA"], "units.csv"));
  const sent = new Response(form);
  const upload = { type: sent.headers.get("content-type") ?? "", body: [await sent.arrayBuffer()] };
  const work: Record<string, () => Promise<unknown>> = {
    reads: () => beside("importUpload", { member, id: "none", manner: { mode: "preview" }, now: new Date() }),
    writes: () => beside("takeUpload", { member, ...upload, now: new Date() }),
    snapshot: () => readSnapshot((tx) => tx.organization.count()),
  };
  await db.$executeRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
  renameSync(file, `${file}.away`);
  for (const replaced of [false, true]) {
    if (replaced) copyFileSync(`${file}.away`, file);
    for (const [what, run] of Object.entries(work)) {
      const error = await run().catch((thrown: unknown) => thrown);
      expect(storageFault(error), `${what}, ${replaced}`).toMatch(/^the database file was moved away/);
    }
  }
  renameSync(`${file}.away`, file);
  for (const run of Object.values(work)) await run();
  expect(await db.upload.count()).toBe(1);
});

test("a file with the same number on another disk is another file", async () => {
  await db.organization.count();
  const opened = openDatabase();
  if (!opened) throw new Error("Nothing is open.");
  for (const { dev, ino } of [
    { ...opened, dev: opened.dev + 1n },
    { ...opened, ino: opened.ino + 1n },
  ]) {
    await db.$disconnect();
    expectDatabase({ dev, ino });
    const error = await started(db.organization.count()).catch((thrown: unknown) => thrown);
    expectDatabase(null);
    expect(storageFault(error)).toMatch(/^the database file was moved away/);
  }
  expect(await db.organization.count()).toBe(0);
});

test("an app without a database makes no empty one", async () => {
  process.env.DATABASE_URL = `file:${readEnv().databaseFile}.none`;
  const error = await started(db.organization.count()).catch((thrown: unknown) => thrown);
  expect(storageFault(error)).toBe("the database cannot be opened (SQLITE_CANTOPEN)");
  expect(databaseInPlace()).toBe(false);
  expect(existsSync(readEnv().databaseFile)).toBe(false);
});
