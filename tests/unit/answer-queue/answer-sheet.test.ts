import { expect, test } from "vitest";
import { createAnswerQueue } from "@/lib/answer-queue/answer-queue";
import { createAnswerSheet } from "@/lib/answer-queue/answer-sheet";
import type { Draft } from "@/lib/answer-queue/draft";
import { storeMirror } from "@/lib/answer-queue/mirror";
import type { Answer } from "@/lib/scoring/assessment";
import { fakeClock, fakeServer, fakeStore, START, settled } from "./fakes";

function open(store = fakeStore(), clock = fakeClock(), server = fakeServer<Answer>(clock.now)) {
  let ids = 0;
  const queue = createAnswerQueue<Answer>({
    clock,
    newMutationId: () => `${++ids}`,
    mirror: storeMirror(store, "unsent:"),
    send: async (change) => server.put(change),
  });
  const sheet = createAnswerSheet(queue, storeMirror<Draft>(store, "draft:"));
  return { sheet, store, clock, server };
}

const draftsIn = ({ items }: ReturnType<typeof fakeStore>) =>
  [...items.keys()].filter((key) => key.startsWith("draft:"));

test("not applicable is an answer once its reason is there", async () => {
  const { sheet, server } = open();
  sheet.answer("q", 3);
  await settled();
  sheet.answer("q", "notApplicable");
  await settled();
  expect(sheet.view("q")).toMatchObject({ problem: "reason-missing", draft: { choice: "notApplicable" } });
  expect(sheet.incomplete()).toEqual(["q"]);
  expect(server.valueOf("q")).toEqual({ level: 3 });
  sheet.edit("q", { reason: "other" });
  expect(sheet.view("q").problem).toBe("note-missing");
  sheet.edit("q", { note: "No plants here" });
  await settled();
  expect(server.valueOf("q")).toEqual({ notApplicable: "other", note: "No plants here" });
  expect(sheet.incomplete()).toEqual([]);
  sheet.answer("q", 4);
  expect(sheet.view("q").draft.reason).toBeNull();
});

test("a note before an answer is kept and goes along with the answer", async () => {
  const first = open();
  first.sheet.edit("q", { note: "Ask Ada" }, { typing: true });
  expect(first.sheet.view("q").problem).toBe("choice-missing");

  const { sheet, server, store } = open(first.store);
  await sheet.restore();
  expect(sheet.view("q").draft.note).toBe("Ask Ada");
  sheet.edit("q", { choice: "dontKnow" });
  await settled();
  expect(server.valueOf("q")).toEqual({ dontKnow: true, note: "Ask Ada" });
  expect(draftsIn(store)).toEqual([]);
});

test("a link that is not added yet is kept, and the answer beside it is saved", async () => {
  const { sheet, server, store } = open();
  sheet.edit("q", { choice: 2 });
  sheet.edit("q", { link: "example.com" }, { typing: true });
  await settled();
  expect(server.valueOf("q")).toEqual({ level: 2 });
  expect(sheet.view("q").draft.link).toBe("example.com");
  expect(draftsIn(store)).toEqual(["draft:q"]);
  sheet.edit("q", { link: "", evidence: ["https://example.com"] });
  await settled();
  expect(server.valueOf("q")).toEqual({ level: 2, evidence: ["https://example.com"] });
  expect(draftsIn(store)).toEqual([]);
});

test("clearing takes the answer back and keeps what was written about it", async () => {
  const { sheet, server } = open();
  sheet.edit("q", { choice: 2, note: "Seen" });
  await settled();
  sheet.answer("q", null);
  await settled();
  expect(server.valueOf("q")).toBeNull();
  expect(server.applied).toHaveLength(2);
  expect(sheet.view("q").draft).toMatchObject({ choice: null, note: "Seen" });
});

test("an answer that was carried over is confirmed by a click or the same choice, not by half a link", async () => {
  const { sheet, server } = open();
  const carried = (level: 2) => ({
    value: { level } as Answer,
    revision: 0,
    carriedOver: true,
    savedAt: START,
  });
  sheet.queue.receive(
    new Map([
      ["p", carried(2)],
      ["q", carried(2)],
      ["r", carried(2)],
    ]),
    START,
  );
  sheet.confirm("p");
  sheet.edit("q", { choice: 2 });
  sheet.edit("r", { link: "https" }, { typing: true });
  await settled();
  expect(server.applied.map(({ question }) => question)).toEqual(["p", "q"]);
  expect(sheet.view("p").entry.stored.carriedOver).toBe(false);
});

test("a view stays the same object until its question changes", async () => {
  const { sheet } = open();
  sheet.edit("p", { choice: 2 });
  await settled();
  const before = sheet.view("p");
  sheet.edit("q", { choice: 2 });
  await settled();
  expect(sheet.view("p")).toBe(before);
  sheet.edit("p", { link: "h" });
  expect(sheet.view("p")).not.toBe(before);
});

test("taking the stored answer drops what was typed here", async () => {
  const { sheet, server } = open();
  server.put({ question: "q", value: { level: 5 }, expectedRevision: 0, mutationId: "other" });
  sheet.edit("q", { choice: 2, link: "https" });
  await settled();
  expect(sheet.view("q").entry.conflict?.value).toEqual({ level: 5 });
  sheet.choose("q", "stored");
  expect(sheet.view("q").draft).toMatchObject({ choice: 5, link: "" });
});
