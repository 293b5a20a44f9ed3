import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { faultsByField } from "../../forms/faults-by-field";
import type { ActionState } from "../../forms/form-state";
import { findMember, type Member } from "../auth/member";
import { foreignness } from "./request-guard";
import { requestState } from "./request-state";

/**
 * The one door for mutations from forms: ask once more whether the app's own page sent it, whatever address it came by;
 * identify who asks, parse what they sent, then run. `run` holds permission and tenant in its own statement.
 */
export function memberAction<Schema extends z.ZodType, const Outcome>(
  schema: Schema,
  run: (member: Member, input: z.output<Schema>) => Promise<Outcome>,
) {
  return async (organization: string, input: unknown): Promise<ActionState<Outcome | "forbidden">> => {
    const state = requestState.getStore();
    if (state) state.understood = true;
    if (foreignness({ method: "POST", headers: await headers() })) {
      return { status: "done", outcome: "forbidden" };
    }
    const member = await findMember(organization);
    if (!member) return { status: "done", outcome: "forbidden" };
    const parsed = schema.safeParse(input);
    if (!parsed.success) return { status: "invalid", fields: faultsByField(parsed.error) };
    return { status: "done", outcome: await run(member, parsed.data) };
  };
}
