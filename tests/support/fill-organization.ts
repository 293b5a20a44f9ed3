import { ensureLocalOrganization, findMember } from "@/lib/server/auth/member";
import { fillOrganization } from "./full-organization";

// Work beside does not keep a process running by itself.
setInterval(() => undefined, 1000);

/** Fills the database of the environment with a small organization that has something of everything. */
await ensureLocalOrganization();
const member = await findMember("my-organization");
if (!member) throw new Error("There is no organization.");
await fillOrganization(member);
process.exit(0);
