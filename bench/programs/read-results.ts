import { performance } from "node:perf_hooks";
import Database from "better-sqlite3";
import { generatedDatabase } from "@/tests/support/generated-database";
import { median } from "../median";

/** `read-results.ts UNITS`: the least that a comparison has to read, by hand: the last two results of every unit. */
const database = new Database(await generatedDatabase(Number(process.argv[2])), { readonly: true });
const statement = database.prepare<[], { recency: number; result: string }>(`
  SELECT u."id", u."name", a."id" AS "assessmentId", a."depth", a."targetPhase", a."submittedAt", a."recency",
         CASE WHEN a."recency" = 1 THEN r."summary" ELSE r."brief" END AS "result"
  FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY "unitId" ORDER BY "submittedAt" DESC) AS "recency"
    FROM "Assessment" WHERE "status" = 'submitted'
  ) a
  JOIN "Unit" u ON u."id" = a."unitId"
  JOIN "Result" r ON r."assessmentId" = a."id"
  WHERE a."recency" <= 2`);
const times: number[] = [];
for (let run = 0; run < 5; run += 1) {
  const started = performance.now();
  for (const { result } of statement.all()) JSON.parse(result);
  times.push(performance.now() - started);
}
database.close();
console.log(JSON.stringify({ milliseconds: median(times) }));
