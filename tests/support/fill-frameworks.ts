import { frameworkName } from "@/lib/framework/version";
import { ensureLocalOrganization, findMember } from "@/lib/server/auth/member";
import { newPlannedBy } from "./framework-versions";
import { factoryFloor, nextMinor } from "./frameworks";

// Work beside does not keep a process running by itself.
setInterval(() => undefined, 1000);

await ensureLocalOrganization();
const member = await findMember("my-organization");
if (!member) throw new Error("There is no organization.");
for (const framework of [nextMinor, factoryFloor]) {
  await newPlannedBy(member, framework, `Unit of ${frameworkName(framework)}`);
}
process.exit(0);
