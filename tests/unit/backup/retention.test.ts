import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, dailyName } from "@/lib/backup/names";
import { outdatedDailies, untilDaily } from "@/lib/backup/retention";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-24T10:00:00Z");
const daily = (time: number) => dailyName("app", new Date(time));

const times = fc.integer({ min: NOW - 60 * DAY, max: NOW + 60 * DAY });
const dailies = fc.uniqueArray(times, { maxLength: 40 }).map((all) => all.map(daily));
const foreign = fc.array(
  fc.oneof(
    times.map((time) => backupName("app", new Date(time))),
    times.map((time) => dailyName("other", new Date(time))),
    fc.string(),
  ),
  { maxLength: 10 },
);
const folders = fc
  .tuple(dailies, foreign)
  .chain(([own, others]) =>
    fc
      .shuffledSubarray([...own, ...others], { minLength: own.length + others.length })
      .map((names) => ({ names, own, others })),
  );
const keeps = fc.integer({ min: 1, max: 20 });

test.each([
  ["there is none", [], 0],
  ["the newest is a day old", [NOW - DAY, NOW - 3 * DAY], 0],
  ["the newest is older", [NOW - 9 * DAY], 0],
  ["the newest is an hour old", [NOW - 5 * DAY, NOW - HOUR], 23 * HOUR],
  ["the clock went back by an hour", [NOW + HOUR], 25 * HOUR],
  ["the clock went back by a month", [NOW + 30 * DAY], 0],
  ["the clock went back by a month, and there is one since", [NOW + 30 * DAY, NOW - HOUR], 23 * HOUR],
])("when %s", (_, made, wait) => {
  expect(untilDaily("app", made.map(daily), NOW)).toBe(wait);
});

test("files that are no daily backup of this database change nothing", () => {
  fc.assert(
    fc.property(folders, keeps, ({ names, own, others }, keep) => {
      expect(untilDaily("app", names, NOW)).toBe(untilDaily("app", own, NOW));
      const outdated = outdatedDailies("app", names, keep, NOW);
      expect(new Set(outdated)).toEqual(new Set(outdatedDailies("app", own, keep, NOW)));
      expect(outdated.filter((name) => others.includes(name))).toEqual([]);
    }),
  );
});

test("as many stay as are to be kept, and none goes without need", () => {
  fc.assert(
    fc.property(dailies, keeps, (own, keep) => {
      const outdated = outdatedDailies("app", own, keep, NOW);
      expect(own.length - outdated.length).toBe(Math.min(own.length, keep));
    }),
  );
});

test("the one made just now stays, whatever the others say", () => {
  fc.assert(
    fc.property(dailies, keeps, (own, keep) => {
      expect(outdatedDailies("app", [...own, daily(NOW)], keep, NOW)).not.toContain(daily(NOW));
    }),
  );
});

test("with a clock that is right, the newest stay", () => {
  fc.assert(
    fc.property(dailies, keeps, (own, keep) => {
      const past = own.filter((name) => name <= daily(NOW)).sort();
      expect(outdatedDailies("app", past, keep, NOW).sort()).toEqual(past.slice(0, -keep));
    }),
  );
});

test("over any walk of the clock, one look makes one backup at most and one goes for it at most", () => {
  const steps = fc.array(fc.oneof(fc.constant(HOUR), fc.integer({ min: -400 * DAY, max: 400 * DAY })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(dailies, keeps, steps, (start, keep, walk) => {
      let folder = start.slice(0, keep);
      let now = NOW;
      for (const step of walk) {
        now = Math.max(0, now + step);
        if (untilDaily("app", folder, now) > 0) continue;
        const made = [...new Set([...folder, daily(now)])];
        const outdated = outdatedDailies("app", made, keep, now);
        expect(outdated.length).toBeLessThanOrEqual(1);
        folder = made.filter((name) => !outdated.includes(name));
        // However the clock stands a minute later, there is nothing more to do.
        expect(untilDaily("app", folder, now + 60_000)).toBeGreaterThan(0);
        expect(untilDaily("app", folder, Math.max(0, now - 60_000))).toBeGreaterThan(0);
      }
    }),
  );
});
