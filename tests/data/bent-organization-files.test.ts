import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parseOrganizationFile } from "@/lib/organization-file/parse";
import type { TableKey } from "@/lib/organization-file/tables";
import { InputError } from "@/lib/scoring/assessment-error";
import { ensureLocalOrganization, findMember, type Member } from "@/lib/server/auth/member";
import { importOrganization } from "@/lib/server/data/organization-import";
import { db } from "@/lib/server/db/client";
import { bends, bent } from "../support/bent-files";
import { emptyDatabase, REGISTERED, rowCounts } from "../support/catalog";
import { freshDatabaseEachTest } from "../support/database";
import { ADDRESSES } from "../support/every-address";
import { exported } from "../support/exported";
import { fillOrganization } from "../support/full-organization";
import { faultOf, PLACES } from "../support/open-address";
import { readHeld } from "../support/read-held";

// Next answers this inside a request only.
vi.mock("next/headers", () => ({ cookies: async () => new Map() }));

freshDatabaseEachTest();

/** `BENT_FILES=5000 npm run test:data tests/data/bent-organization-files.test.ts` bends more. */
const FILES = Number(process.env.BENT_FILES ?? 500);
const LONG = { timeout: 3_600_000 };

async function emptyOrganization(): Promise<Member> {
  await emptyDatabase();
  await ensureLocalOrganization();
  const member = await findMember("my-organization");
  if (!member) throw new Error("There is no organization.");
  return member;
}

/** What goes wrong at the addresses of the places that are chosen; at one of each when a turn is given. */
async function faultsOf(
  member: Member,
  { isChosen = () => true, turn }: { isChosen?: (pattern: string) => boolean; turn?: number } = {},
): Promise<string[]> {
  const held = await readHeld(member);
  const faults: string[] = [];
  for (const [pattern, addressesOf] of Object.entries(ADDRESSES).filter(([pattern]) => isChosen(pattern))) {
    const all = addressesOf(held);
    const chosen = turn === undefined ? all : all.slice(turn % all.length, (turn % all.length) + 1);
    for (const address of chosen) {
      const fault = await faultOf(pattern, address, member.organizationSlug);
      if (fault !== null) faults.push(`${pattern} ${JSON.stringify(address)}\n${fault}`);
    }
  }
  return faults;
}

async function countRows(): Promise<number> {
  const counts = await rowCounts(["FrameworkVersion", ...REGISTERED]);
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The place and what was expected there; null when it was imported. */
async function refusalOf(member: Member, text: string): Promise<string | null> {
  try {
    const answer = await importOrganization(member, parseOrganizationFile(text), "import");
    if (answer.outcome === "imported") return null;
    if (answer.outcome === "refused") return `${answer.path}: ${answer.expected}`;
    throw new Error(answer.outcome);
  } catch (error) {
    if (error instanceof InputError) return `${error.path}: ${error.expected}`;
    throw error;
  }
}

/** Where a part of the file is read; the others take turns. */
const READERS: Readonly<Record<string, RegExp>> = {
  assessments: /assessments|compare|\/units\/\[unit\]$|^\/\[organization\]$/,
  plans: /plans/,
  units: /units|compare/,
  registers: /risks/,
  inventory: /inventory/,
} satisfies Record<TableKey, RegExp>;

test("every page and every route has its addresses here", () => {
  expect(Object.keys(ADDRESSES).sort()).toEqual([...PLACES.keys()].sort());
});

test("what was filled in here opens everywhere, and comes back as it was", LONG, async () => {
  const source = await emptyOrganization();
  await fillOrganization(source);
  expect(await faultsOf(source)).toEqual([]);
  const text = await exported(source);
  const target = await emptyOrganization();
  expect(await refusalOf(target, text)).toBeNull();
  expect(JSON.parse(await exported(target))).toEqual({
    ...JSON.parse(text),
    organization: { name: source.organizationName },
  });
});

/** Of years before and after those that are taken today, and one that no ISO date of four digits holds. */
const STARTS = ["0000-01-01", "0001-01-01", "0099-06-01", "1899-12-31", "9999-12-31", "+275760-09-12"];

test.each(STARTS)(
  "a plan that an earlier version stored from %s on opens everywhere",
  LONG,
  async (start) => {
    const member = await emptyOrganization();
    await fillOrganization(member);
    await db.$executeRaw`UPDATE "Plan" SET "request" = json_set("request", '$.start', ${start}),
    "brief" = json_set("brief", '$.start', ${start})`;
    expect(
      await faultsOf(member, { isChosen: (pattern) => /plans|^\/\[organization\]$/.test(pattern) }),
    ).toEqual([]);
    expect(JSON.parse(await exported(member)).plans[0].request.start).toBe(start);
  },
);

test(`of ${FILES} bent files each is refused with its place, or opens everywhere`, LONG, async () => {
  const source = await emptyOrganization();
  await fillOrganization(source);
  const text = await exported(source);
  const met = { refused: 0, opened: 0 };
  const patterns = Object.keys(ADDRESSES);
  await fc.assert(
    fc.asyncProperty(bends, async (all) => {
      const member = await emptyOrganization();
      const { text: bad, places } = bent(text, all);
      const refusal = await refusalOf(member, bad);
      if (refusal !== null) {
        met.refused += 1;
        expect(await countRows(), places.join()).toBe(0);
        return;
      }
      const turn = met.opened;
      met.opened += 1;
      const isChosen = (pattern: string) =>
        pattern === patterns[turn % patterns.length] || all.some(({ part }) => READERS[part]?.test(pattern));
      expect(await faultsOf(member, { isChosen, turn }), places.join()).toEqual([]);
      // What it took, it also gives and takes again.
      const again = await exported(member);
      expect(await refusalOf(await emptyOrganization(), again), places.join()).toBeNull();
    }),
    { numRuns: FILES, endOnFailure: true },
  );
  expect(met.refused).toBeGreaterThan(FILES / 10);
  expect(met.opened).toBeGreaterThan(FILES / 10);
});
