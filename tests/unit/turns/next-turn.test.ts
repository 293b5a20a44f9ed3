import { expect, test } from "vitest";
import { mapInTurn, nextTurn } from "@/lib/turns/next-turn";

/** Calls as often as the event loop lets others in. */
function letIn(others: () => void): () => void {
  let waiting = setImmediate(function again() {
    others();
    waiting = setImmediate(again);
  });
  return () => clearImmediate(waiting);
}

test("whoever asks gets a turn of their own, in the order of asking, and others come in between", async () => {
  const happened: string[] = [];
  const stop = letIn(() => happened.push("others"));
  await Promise.all(
    ["first", "second", "third"].map(async (who) => nextTurn().then(() => happened.push(who))),
  );
  stop();
  const mine = happened.filter((who) => who !== "others");
  expect(mine).toEqual(["first", "second", "third"]);
  const [one = -1, two = -1, three = -1] = mine.map((who) => happened.indexOf(who));
  expect(happened.slice(one, two)).toContain("others");
  expect(happened.slice(two, three)).toContain("others");
});

test("many are mapped in their order, one a turn", async () => {
  let turns = 0;
  const stop = letIn(() => {
    turns += 1;
  });
  const seen: number[] = [];
  const values = await mapInTurn([1, 2, 3, 4], (item) => {
    seen.push(turns);
    return item * 2;
  });
  stop();
  expect(values).toEqual([2, 4, 6, 8]);
  expect(new Set(seen).size).toBe(4);
});
