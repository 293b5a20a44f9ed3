import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { findMember, type Member } from "@/lib/server/auth/member";
import { migrate } from "@/lib/server/db/migrate";
import { readEnv } from "@/lib/server/env";
import { MIGRATIONS } from "./migrations";
import { NOW } from "./organization";

/** What an earlier version of the app has written: tests/data/fixtures/README.md says what it is. */

const FIXTURES = path.resolve(import.meta.dirname, "../data/fixtures");

const read = async (name: string) => gunzipSync(await readFile(path.join(FIXTURES, `${name}.gz`)));

export const textOfBefore = async (name: "before.json" | "before-restored.json") =>
  (await read(name)).toString("utf8");

/** Puts the database of before behind `db`, which nobody has asked anything yet, and gives its owner. */
export async function openBefore(): Promise<Member> {
  const { databaseFile } = readEnv();
  await writeFile(databaseFile, await read("before.db"));
  const options = { databaseFile, backupDirectory: path.dirname(databaseFile) };
  await migrate({ ...options, migrationsDirectory: MIGRATIONS }, NOW);
  const member = await findMember("my-organization");
  if (!member) throw new Error("There is no organization.");
  return member;
}
