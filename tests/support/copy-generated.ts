import { copyFile } from "node:fs/promises";
import { readEnv } from "@/lib/server/env";
import { generatedDatabase } from "./generated-database";

/** `copy-generated.ts UNITS`: puts a generated organization in the place of the database of the environment. */
await copyFile(await generatedDatabase(Number(process.argv[2])), readEnv().databaseFile);
