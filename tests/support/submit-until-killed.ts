import { writeSync } from "node:fs";
import { requireMember } from "@/lib/server/auth/member";
import { submitAssessment } from "@/lib/server/data/submission";

// Submits the given assessments one after the other, and prints each once it was acknowledged.

const member = await requireMember("my-organization");
for (const id of process.argv.slice(2)) {
  const outcome = await submitAssessment(member, id, new Date());
  writeSync(1, `${outcome} ${id}\n`);
}
writeSync(1, "done\n");
await new Promise((resolve) => setTimeout(resolve, 60_000));
