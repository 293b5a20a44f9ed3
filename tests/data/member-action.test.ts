import { expect, test, vi } from "vitest";
import { z } from "zod";
import { memberAction } from "@/lib/server/requests/member-action";
import { freshDatabaseEachTest } from "../support/database";

const sent = vi.hoisted(() => ({ headers: new Headers() }));
// Only Next knows the headers of a request inside an action.
vi.mock("next/headers", () => ({ headers: async () => sent.headers }));

freshDatabaseEachTest();

const OURS = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" };

async function run(headers: Record<string, string>) {
  sent.headers = new Headers(headers);
  let ran = false;
  const action = memberAction(z.object({}), async () => {
    ran = true;
    return "done";
  });
  return { state: await action("my-organization", {}), ran };
}

test("an action runs for the app's own page", async () => {
  expect(await run(OURS)).toEqual({ state: { status: "done", outcome: "done" }, ran: true });
});

test.each([
  ["another name of this machine", { ...OURS, host: "rebound.example" }],
  ["another name on both", { host: "rebound.example", origin: "http://rebound.example" }],
  ["another site", { ...OURS, origin: "https://evil.example" }],
  ["another scheme", { ...OURS, origin: "https://127.0.0.1:3000" }],
  ["another port", { ...OURS, origin: "http://127.0.0.1:3001" }],
  [
    "a site that a header vouches for",
    { ...OURS, origin: "http://evil.example", "x-forwarded-host": "evil.example" },
  ],
  ["nobody", { host: OURS.host }],
])("an action does not run for %s, whatever let it in", async (_who, headers) => {
  expect(await run(headers)).toEqual({ state: { status: "done", outcome: "forbidden" }, ran: false });
});
