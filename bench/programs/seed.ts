import { findMember } from "@/lib/server/auth/member";
import { db } from "@/lib/server/db/client";
import { later, newAssessment, newSubmission, newUnit } from "@/tests/support/organization";

/** Fills the database of the environment with ten units, each with a result, and one open full assessment. */
const member = await findMember("my-organization");
if (!member) throw new Error("There is no local organization.");

const submitted: string[] = [];
for (let number = 1; number <= 10; number += 1) {
  const unitId = await newUnit(member, { name: `Unit ${number}` });
  const level = ([2, 3, 4] as const)[number % 3];
  submitted.push(await newSubmission(member, { unitId, level }, later(number)));
}
const draft = await newAssessment(member);
await db.$disconnect();
console.log(JSON.stringify({ draft, submitted: submitted[0] }));
