import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reply } from "@/lib/answer-queue/answer-queue";
import { type Change, shownValue } from "@/lib/answer-queue/entry";
import { fakeClock, fakeServer, fakeStore, START, scene, settled, unsentIn } from "./fakes";

const failed: Reply<number> = { outcome: "failed", reached: false };
const theirs = (value: number, revision: number) => ({ value, revision, carriedOver: false, savedAt: START });

test("an answer is sent at once and its acknowledgement is the time shown", async () => {
  const { queue, server, clock } = scene();
  await clock.pass(5000);
  queue.edit("a", 3);
  expect(queue.status()).toMatchObject({ unsent: 1, savedAt: null });
  await settled();
  expect(server.valueOf("a")).toBe(3);
  expect(queue.status()).toMatchObject({ unsent: 0, savedAt: START + 5000, failing: false });
  expect(queue.entry("a").stored).toMatchObject({ value: 3, revision: 1 });
});

test("one request is in flight, and only the newest value of a question follows", async () => {
  const { queue, server, behaviour, sent } = scene();
  const open: (() => void)[] = [];
  behaviour.reply = (change) => new Promise((resolve) => open.push(() => resolve(server.put(change))));
  queue.edit("a", 1);
  queue.edit("a", 2);
  queue.edit("b", 4);
  queue.edit("a", 5);
  expect(sent).toHaveLength(1);
  for (let i = 0; i < 3; i++) {
    open.shift()?.();
    await settled();
  }
  expect(sent.map(({ question, value, expectedRevision }) => [question, value, expectedRevision])).toEqual([
    ["a", 1, 0],
    ["a", 5, 1],
    ["b", 4, 0],
  ]);
  expect(queue.status().unsent).toBe(0);
});

test("what is typed waits for the last key, unless it is flushed", async () => {
  const { queue, sent, clock } = scene();
  queue.edit("a", 1, 700);
  await clock.pass(600);
  queue.edit("a", 2, 700);
  await clock.pass(600);
  expect(sent).toHaveLength(0);
  await clock.pass(200);
  expect(sent.map(({ value }) => value)).toEqual([2]);
  queue.edit("a", 3, 700);
  queue.flush();
  expect(sent.map(({ value }) => value)).toEqual([2, 3]);
});

test("a failure is repeated as the same change with growing pauses, at most half a minute", async () => {
  const { queue, behaviour, sent, clock } = scene();
  const at: number[] = [];
  behaviour.reply = async () => {
    at.push(clock.now());
    return failed;
  };
  queue.edit("a", 3);
  await clock.pass(200_000);
  const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
  expect(pauses.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(new Set(sent.map(({ mutationId }) => mutationId)).size).toBe(1);
  expect(queue.status()).toMatchObject({ unsent: 1, failing: true });
});

test("why it failed is told for as long as that is the last that was heard", async () => {
  const { queue, server, behaviour } = scene();
  behaviour.reply = async () => ({ outcome: "failed", reached: true, why: "The disk is full." });
  queue.edit("a", 3);
  await settled();
  expect(queue.status()).toMatchObject({ failing: true, why: "The disk is full." });
  behaviour.reply = async () => failed;
  queue.retryNow();
  await settled();
  expect(queue.status()).toMatchObject({ failing: true, why: null });
  behaviour.reply = async () => ({ outcome: "failed", reached: true, why: "The disk is full." });
  queue.retryNow();
  await settled();
  behaviour.reply = async (change) => server.put(change);
  queue.retryNow();
  await settled();
  expect(queue.status()).toMatchObject({ failing: false, why: null });
});

test("retry now does not wait", async () => {
  const { queue, server, behaviour } = scene();
  behaviour.reply = async () => failed;
  queue.edit("a", 3);
  await settled();
  behaviour.reply = async (change) => server.put(change);
  queue.retryNow();
  await settled();
  expect(server.valueOf("a")).toBe(3);
  expect(queue.status()).toMatchObject({ unsent: 0, failing: false });
});

test("after a lost reply the same change goes first, so that one's own value is no conflict", async () => {
  const { queue, server, behaviour, clock } = scene();
  behaviour.reply = async (change) => {
    server.put(change);
    return failed;
  };
  queue.edit("a", 3);
  await settled();
  behaviour.reply = async (change) => server.put(change);
  queue.edit("a", 4);
  await clock.pass(2000);
  expect(server.applied.map(({ value }) => value)).toEqual([3, 4]);
  expect(queue.status()).toMatchObject({ unsent: 0, conflicts: [] });
});

test("a question over which the server stumbles does not hold up the others", async () => {
  const { queue, server, behaviour, clock } = scene();
  behaviour.reply = async (change) =>
    change.question === "a" ? { outcome: "failed", reached: true } : server.put(change);
  queue.edit("a", 3);
  queue.edit("b", 4);
  await clock.pass(3000);
  expect(server.valueOf("b")).toBe(4);
  expect(queue.status().unsent).toBe(1);
});

test("offline answers are sent in the order in which they were given", async () => {
  const { queue, server, behaviour, clock } = scene();
  behaviour.reply = async () => failed;
  queue.edit("b", 1);
  queue.edit("a", 2);
  queue.edit("c", 3);
  queue.edit("b", 4);
  await clock.pass(10_000);
  behaviour.reply = async (change) => server.put(change);
  await clock.pass(30_000);
  expect(server.applied.map(({ question }) => question)).toEqual(["b", "b", "a", "c"]);
  expect(server.valueOf("b")).toBe(4);
});

test("of two values nothing is overwritten until a person has chosen", async () => {
  const { queue, server, clock } = scene();
  server.put({ question: "a", value: 5, expectedRevision: 0, mutationId: "other" });
  server.put({ question: "b", value: 5, expectedRevision: 0, mutationId: "other" });
  queue.edit("a", 2);
  queue.edit("b", 2);
  await clock.pass(60_000);
  expect(server.valueOf("a")).toBe(5);
  expect(queue.status()).toMatchObject({ conflicts: ["a", "b"], unsent: 2 });
  expect(queue.entry("a").conflict).toMatchObject({ value: 5, revision: 1 });
  expect(shownValue(queue.entry("a"))).toBe(2);

  queue.choose("a", "mine");
  queue.choose("b", "stored");
  await settled();
  expect([server.valueOf("a"), server.valueOf("b")]).toEqual([2, 5]);
  expect([shownValue(queue.entry("a")), shownValue(queue.entry("b"))]).toEqual([2, 5]);
  expect(queue.status()).toMatchObject({ conflicts: [], unsent: 0 });
});

test("two people who say the same have nothing to choose", async () => {
  const { queue, server } = scene();
  server.put({ question: "a", value: 5, expectedRevision: 0, mutationId: "other" });
  queue.edit("a", 5);
  await settled();
  expect(queue.status()).toMatchObject({ conflicts: [], unsent: 0 });
});

test("what is refused waits for an edit and does not hold up the rest", async () => {
  const { queue, server, behaviour, clock } = scene();
  behaviour.reply = async (change) =>
    change.value === 9 ? { outcome: "refused", reason: "no such level" } : server.put(change);
  queue.edit("a", 9);
  queue.edit("b", 1);
  await clock.pass(60_000);
  expect(queue.status()).toMatchObject({ refused: ["a"], unsent: 1, failing: false });
  expect(queue.entry("a").refused).toBe("no such level");
  queue.edit("a", 3);
  await settled();
  expect(server.valueOf("a")).toBe(3);
  expect(queue.status()).toMatchObject({ refused: [], unsent: 0 });
});

test("a submitted assessment takes nothing more, and what was not taken is still known", async () => {
  const { queue, behaviour, sent, clock } = scene();
  behaviour.reply = async () => ({ outcome: "locked" });
  queue.edit("a", 3);
  queue.edit("b", 3);
  await clock.pass(60_000);
  expect(sent).toHaveLength(1);
  expect(queue.status()).toMatchObject({ locked: true, unsent: 2 });
  queue.choose("a", "stored");
  expect(queue.status().unsent).toBe(1);
});

test("going back to what the server has sends nothing; saying a carried-over value again does", async () => {
  const { queue, sent } = scene();
  queue.receive(
    new Map([
      ["a", theirs(3, 1)],
      ["b", { ...theirs(3, 1), carriedOver: true }],
    ]),
    START,
  );
  queue.edit("a", 4, 700);
  queue.edit("a", 3, 700);
  queue.edit("b", 3);
  await settled();
  expect(sent.map(({ question, expectedRevision }) => [question, expectedRevision])).toEqual([["b", 1]]);
  expect(queue.status().unsent).toBe(1);
});

test("a page that may not have seen the last save does not bring the old value back", async () => {
  const { queue, clock } = scene();
  await clock.pass(1000);
  queue.edit("a", 4);
  await settled();
  queue.receive(new Map([["a", null]]), START + 2000);
  expect(shownValue(queue.entry("a"))).toBe(4);
  queue.receive(new Map([["a", theirs(5, 2)]]), START + 2000);
  expect(shownValue(queue.entry("a"))).toBe(5);
  queue.receive(new Map([["a", theirs(4, 1)]]), START + 2500);
  expect(shownValue(queue.entry("a"))).toBe(5);
  queue.receive(new Map([["a", null]]), START + 60_000);
  expect(shownValue(queue.entry("a"))).toBeNull();
});

test("a reload loses nothing: not what waited, not what was on its way", async () => {
  const before = scene();
  before.behaviour.reply = async (change) => {
    if (change.question === "a") before.server.put(change);
    return failed;
  };
  before.queue.edit("a", 1);
  await settled();
  before.queue.edit("a", 2);
  before.queue.edit("b", 3);

  before.behaviour.reply = async (change) => before.server.put(change);
  const again = before.open("tab-after-reload");
  await again.restore();
  expect([shownValue(again.entry("a")), shownValue(again.entry("b"))]).toEqual([2, 3]);
  await settled();
  expect([before.server.valueOf("a"), before.server.valueOf("b")]).toEqual([2, 3]);
  expect(again.status()).toMatchObject({ unsent: 0, conflicts: [] });
  expect(unsentIn(before.store)).toEqual([]);
});

test("a page shown offline gives way to what was saved after it was read, a later one does not", async () => {
  const before = scene();
  await before.clock.pass(1000);
  before.queue.edit("a", 4);
  await settled();
  const reopened = async (readAt: number) => {
    const tab = before.open(`tab-read-${readAt}`);
    tab.receive(new Map([["a", null]]), readAt);
    await tab.restore();
    return shownValue(tab.entry("a"));
  };
  expect(await reopened(START)).toBe(4);
  // Such as after an older copy of the database was put back.
  expect(await reopened(START + 60_000)).toBeNull();
  expect(before.store.items.size).toBe(0);
});

test("what this browser cannot keep is said, until it can", async () => {
  const { queue, store, behaviour } = scene();
  behaviour.reply = async () => failed;
  store.full = true;
  queue.edit("a", 3);
  await settled();
  expect(queue.status()).toMatchObject({ unsent: 1, kept: false });
  store.full = false;
  queue.edit("a", 4);
  await settled();
  expect(queue.status()).toMatchObject({ unsent: 1, kept: true });
});

test("what had failed is said to be sent again, until the next edit", async () => {
  const { queue, server, behaviour, clock } = scene();
  behaviour.reply = async () => failed;
  queue.edit("a", 3);
  await settled();
  expect(queue.status()).toMatchObject({ failing: true, sentAgain: false });
  behaviour.reply = async (change) => server.put(change);
  await clock.pass(2000);
  expect(queue.status()).toMatchObject({ failing: false, sentAgain: true });
  queue.edit("a", 4);
  await settled();
  expect(queue.status()).toMatchObject({ unsent: 0, sentAgain: false });
});

test("what another tab saved is taken over, but not over what is unsent here", async () => {
  const { queue, behaviour } = scene();
  await queue.restore();
  queue.hear("a", theirs(3, 2));
  expect(shownValue(queue.entry("a"))).toBe(3);
  queue.hear("a", theirs(1, 1));
  expect(shownValue(queue.entry("a"))).toBe(3);
  behaviour.reply = async () => failed;
  queue.edit("a", 5);
  queue.hear("a", theirs(2, 3));
  expect(shownValue(queue.entry("a"))).toBe(5);
});

test("what another tab saves while the page is coming alive is taken over once it has", async () => {
  const { queue } = scene();
  queue.receive(new Map([["a", theirs(1, 1)]]), START);
  queue.hear("a", theirs(3, 3));
  queue.hear("a", theirs(2, 2));
  expect(queue.entry("a").stored).toEqual(theirs(1, 1));
  await queue.restore();
  expect(queue.entry("a").stored).toEqual(theirs(3, 3));
});

test("tabs are told what was acknowledged", async () => {
  const heard: unknown[] = [];
  const { queue } = scene({
    announce: (question, stored) => heard.push([question, stored.value, stored.revision]),
  });
  queue.edit("a", 3);
  await settled();
  expect(heard).toEqual([["a", 3, 1]]);
});

test("a tab does not remove what another tab still keeps", async () => {
  const { open, store, behaviour, clock, server } = scene();
  behaviour.reply = async () => failed;
  const [left, right] = [open("left"), open("right")];
  left.edit("a", 1);
  await settled();
  right.edit("a", 2);
  await settled();
  behaviour.reply = async (change) => (change.mutationId.startsWith("left") ? server.put(change) : failed);
  await clock.pass(5000);
  expect(left.status().unsent).toBe(0);
  expect(unsentIn(store)).toEqual(["unsent:a"]);
});

type Step =
  | { kind: "edit"; tab: 0 | 1; question: string; value: number | null; delay: number }
  | { kind: "pass"; ms: number }
  | { kind: "reload"; tab: 0 | 1 };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      tab: fc.constantFrom(0 as const, 1 as const),
      question: fc.constantFrom("a", "b"),
      value: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      delay: fc.constantFrom(0, 700),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 3000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("reload" as const),
      tab: fc.constantFrom(0 as const, 1 as const),
    }),
  },
);
const fates = fc.array(fc.constantFrom("ok", "ok", "lost", "unreached", "broken"), { maxLength: 40 });

test("whatever fails, is lost or reloaded in one tab, the last value given is the one the server ends with", () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), fates, async (steps, fate) => {
      const { clock, server, behaviour, sent, openTab } = scene();
      behaviour.reply = unreliable(server.put, () => fate[sent.length - 1] ?? "ok");
      let tab = openTab("tab-0");
      const given = new Map<string, number | null>();
      for (const [index, one] of steps.entries()) {
        if (one.kind === "pass") await clock.pass(one.ms);
        else if (one.kind === "edit") {
          tab.queue.edit(one.question, one.value, one.delay);
          given.set(one.question, one.value);
        } else {
          tab.close();
          tab = openTab(`tab-${index}`);
          tab.queue.receive(server.page(), clock.now());
          await tab.queue.restore();
        }
      }
      await clock.pass(600_000);
      for (const [question, value] of given) expect(server.valueOf(question)).toBe(value);
      expect(tab.queue.status()).toMatchObject({ unsent: 0, conflicts: [] });
    }),
    { numRuns: 200 },
  ));

test("of two tabs, each either has its last value stored or has both before it to choose from", () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), fates, async (steps, fate) => {
      const clock = fakeClock();
      const server = fakeServer<number>(clock.now);
      const stores = [fakeStore(), fakeStore()];
      const scenes = stores.map((store) => scene({ store, clock }));
      let requests = 0;
      for (const { behaviour } of scenes)
        behaviour.reply = unreliable(server.put, () => fate[requests++] ?? "ok");
      const tabs = scenes.map(({ open }, index) => open(`tab-${index}`));
      const given = [new Map<string, number | null>(), new Map<string, number | null>()];
      for (const one of steps) {
        if (one.kind === "pass") await clock.pass(one.ms);
        if (one.kind !== "edit") continue;
        tabs[one.tab]?.edit(one.question, one.value, one.delay);
        given[one.tab]?.set(one.question, one.value);
      }
      await clock.pass(600_000);
      for (const [index, tab] of tabs.entries()) {
        for (const [question, value] of given[index] ?? []) {
          const entry = tab.entry(question);
          if (entry.conflict) {
            expect(shownValue(entry)).toBe(value);
            expect(entry.conflict.value).not.toBe(value);
          } else {
            // It was acknowledged: it stands in the server's history, in the order of this tab.
            expect(entry.stored.value).toBe(value);
          }
        }
      }
    }),
    { numRuns: 200 },
  ));

function unreliable(put: (change: Change<number>) => Reply<number>, fate: () => string) {
  return async (change: Change<number>): Promise<Reply<number>> => {
    const now = fate();
    if (now === "unreached") return failed;
    if (now === "broken") return { outcome: "failed", reached: true };
    const reply = put(change);
    return now === "lost" ? failed : reply;
  };
}
