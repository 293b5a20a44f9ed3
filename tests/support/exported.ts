import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Member } from "@/lib/server/auth/member";
import { exportOrganization } from "@/lib/server/data/organization-export";
import { readSnapshot } from "@/lib/server/db/snapshot";

/** The whole of an organization's file. */
export function exported(member: Member): Promise<string> {
  return readSnapshot((tx) => text(Readable.from(exportOrganization(member, tx))));
}
