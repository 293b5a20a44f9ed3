import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Questionnaire } from "@/components/questionnaire/questionnaire";
import { askedCapabilities } from "@/components/questionnaire/questions";
import type { Stored } from "@/lib/answer-queue/entry";
import { technical } from "@/lib/framework/ai-scaling/technical";
import type { Answer } from "@/lib/scoring/assessment";

const capabilities = askedCapabilities(technical).slice(0, 2);
const questions = capabilities.flatMap((capability) => capability.questions);
const [first, second, third, last] = questions.map(({ key }) => key);

/** The server, as the page meets it. */
type Sent = { question: string; method: string; revision: string | null; body: unknown };
let sent: Sent[] = [];
let down = false;
let visits = 0;
const realFetch = globalThis.fetch;

beforeEach(() => {
  sent = [];
  down = false;
  localStorage.clear();
  globalThis.fetch = async (path, init) => {
    if (down) throw new TypeError("no network");
    const headers = new Headers(init?.headers);
    const revision = headers.get("If-Match");
    const question = String(path).split("/").at(-1) ?? "";
    const body = init?.body ? JSON.parse(String(init.body)) : null;
    sent.push({ question, method: init?.method ?? "", revision, body });
    const saved = { answer: body, revision: Number(revision?.slice(1, -1)) + 1, carriedOver: false };
    return Response.json({ ...saved, savedAt: new Date(2026, 10, 24, 14, 2).toISOString() });
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const carried = (answer: Answer): Stored<Answer> => ({
  value: answer,
  revision: 1,
  carriedOver: true,
  savedAt: 0,
});

function open(answers: [string, Stored<Answer>][] = [], assessment = `assessment-${++visits}`) {
  return render(page(answers, assessment));
}

function page(answers: [string, Stored<Answer>][], assessment: string) {
  const given = new Map(answers);
  return (
    <Questionnaire
      address={{ organization: "my-organization", assessment }}
      capabilities={capabilities}
      areas={{}}
      carriedOverFrom={Date.UTC(2026, 4, 4)}
      answers={new Map(questions.map(({ key }) => [key, given.get(key) ?? null]))}
      readAt={Date.now()}
    />
  );
}

const cardOf = (key: string | undefined) => {
  const card = document.getElementById(key ?? "");
  if (!card) throw new Error(`no question ${key}`);
  return card;
};
const checkedIn = (key: string | undefined) =>
  cardOf(key).querySelector<HTMLInputElement>("input[type=radio]:checked")?.value;
const bodies = () => sent.map(({ question, body }) => [question, body]);

test("keys answer the question that has the focus, and are saved", async () => {
  const user = userEvent.setup();
  open();
  cardOf(first).focus();
  await user.keyboard("4");
  expect(checkedIn(first)).toBe("4");
  await waitFor(() => expect(bodies()).toEqual([[first, { level: 4 }]]));
  await user.keyboard("jd");
  expect(checkedIn(second)).toBe("dontKnow");
  expect(document.activeElement).toBe(cardOf(second));
  expect(checkedIn(first)).toBe("4");
  await screen.findByText("Saved 14:02");
});

test("j, k and arrows move between questions; arrows inside the radios stay what they are", async () => {
  const user = userEvent.setup();
  open();
  cardOf(first).focus();
  const moveTo = async (keys: string, question: string | undefined) => {
    await user.keyboard(keys);
    await waitFor(() => expect(document.activeElement).toBe(cardOf(question)));
  };
  await moveTo("j", second);
  await moveTo("{ArrowDown}", third);
  await moveTo("{ArrowUp}", second);
  await moveTo("k", first);
  within(cardOf(first)).getAllByRole("radio")[0]?.focus();
  await user.keyboard("{ArrowDown}");
  expect(cardOf(first).contains(document.activeElement)).toBe(true);
  await moveTo("j", second);
});

test("Enter goes to the next open question, past the answered ones, and around", async () => {
  const user = userEvent.setup();
  open([[second ?? "", { ...carried({ level: 2 }), carriedOver: false }]]);
  cardOf(first).focus();
  await user.keyboard("3{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(cardOf(third)));
  cardOf(last).querySelector("summary")?.focus();
  await user.keyboard("1{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(cardOf(third)));
  await user.keyboard("5{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Every question"));
});

test("keys do nothing outside a question, with a modifier, while typing, or when turned off", async () => {
  const user = userEvent.setup();
  open();
  await user.keyboard("3");
  cardOf(first).focus();
  await user.keyboard("{Control>}3{/Control}{Meta>}3{/Meta}{Alt>}3{/Alt}");
  const note = within(cardOf(first)).getByLabelText("Note");
  await user.type(note, "n 3 d j ?");
  expect(note).toHaveProperty("value", "n 3 d j ?");
  expect(document.activeElement).toBe(note);
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByLabelText("Answer with single keys"));
  cardOf(first).focus();
  await user.keyboard("3");
  expect(checkedIn(first)).toBeUndefined();
  expect(sent).toEqual([]);
});

test("n asks for the reason, and is saved with it", async () => {
  const user = userEvent.setup();
  open();
  cardOf(first).focus();
  await user.keyboard("n");
  const reason = await screen.findByRole("radio", { name: "Out of scope" });
  await waitFor(() => expect(document.activeElement).toBe(reason));
  expect(sent).toEqual([]);
  await user.click(reason);
  await waitFor(() => expect(bodies()).toEqual([[first, { notApplicable: "outOfScope" }]]));
});

test("/ finds a question by its words, ? shows the keys", { timeout: 30_000 }, async () => {
  const user = userEvent.setup();
  open();
  cardOf(first).focus();
  await user.keyboard("/");
  const find = screen.getByRole("searchbox");
  await waitFor(() => expect(document.activeElement).toBe(find));
  await user.keyboard("faults data");
  expect(within(screen.getByRole("navigation", { name: "Questions" })).getAllByRole("link")).toHaveLength(1);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("faults"));
  await user.keyboard("?");
  expect((await screen.findByRole("dialog", {}, { timeout: 15_000 })).textContent).toContain(
    "Next open question",
  );
  await user.keyboard("3");
  expect(sent).toEqual([]);
});

test("notes and links are saved with the answer; a bad link says why beside its field", async () => {
  const user = userEvent.setup();
  open();
  const card = within(cardOf(first));
  await user.click(card.getAllByRole("radio")[1] ?? card.getByRole("heading"));
  await user.type(card.getByLabelText("Note"), "Seen");
  await user.type(card.getByLabelText("Evidence link"), "example.com{Enter}");
  expect(card.getByText(/begins with http/)).toBeDefined();
  await user.clear(card.getByLabelText("Evidence link"));
  await user.type(card.getByLabelText("Evidence link"), "https://example.com/a{Enter}");
  await user.selectOptions(card.getByLabelText("How sure are you?"), "guess");
  await waitFor(() =>
    expect(sent.at(-1)?.body).toEqual({
      level: 2,
      note: "Seen",
      evidence: ["https://example.com/a"],
      certainty: "guess",
    }),
  );
});

test("a carried-over answer is confirmed by its button", async () => {
  const user = userEvent.setup();
  open([[first ?? "", carried({ level: 3 })]]);
  expect(cardOf(first).textContent).toContain("Carried over from May 4, 2026");
  await user.click(within(cardOf(first)).getByRole("button", { name: "Confirm" }));
  await waitFor(() => expect(sent).toMatchObject([{ method: "PUT", revision: '"1"', body: { level: 3 } }]));
  await waitFor(() => expect(cardOf(first).textContent).not.toContain("Carried over"));
});

test("clearing takes the answer back", async () => {
  const user = userEvent.setup();
  open();
  cardOf(first).focus();
  await user.keyboard("3");
  await user.click(within(cardOf(first)).getByRole("button", { name: "Clear answer" }));
  expect(checkedIn(first)).toBeUndefined();
  await waitFor(() => expect(sent.map(({ method }) => method)).toEqual(["PUT", "DELETE"]));
});

test("without a network, and where the browser keeps nothing, the page says so and sends later", async () => {
  const user = userEvent.setup();
  down = true;
  const page = open([], "offline");
  cardOf(first).focus();
  await user.keyboard("3j4");
  await screen.findByText(/^2 answers not yet sent, and this browser cannot keep more: leave this page open/);
  down = false;
  await user.click(screen.getByRole("button", { name: "Retry now" }));
  await screen.findByText("Sent again. Saved 14:02");
  expect(bodies()).toEqual([
    [first, { level: 3 }],
    [second, { level: 4 }],
  ]);
  page.unmount();
});

test("the list says where each question stands", async () => {
  const user = userEvent.setup();
  open([[second ?? "", carried({ level: 3 })]]);
  const list = screen.getByRole("navigation", { name: "Questions" });
  const states = () =>
    within(list)
      .getAllByRole("link")
      .map(({ lastElementChild }) => lastElementChild?.lastElementChild?.textContent);
  expect(states()).toEqual(["Open", "Carried over", "Open", "Open"]);
  cardOf(first).focus();
  await user.keyboard("3");
  await user.type(within(cardOf(third)).getByLabelText("Note"), "Ask Ada");
  expect(states()).toEqual(["Answered", "Carried over", "Not saved, noted", "Open"]);
});

test("what another tab saves before the page is alive comes after, and breaks nothing of it", async () => {
  const shown = page([], "loading");
  const place = document.body.appendChild(document.createElement("div"));
  place.innerHTML = renderToString(shown);
  const tab = new BroadcastChannel("answers:loading");
  const stored = { value: { level: 3 }, revision: 1, carriedOver: false, savedAt: Date.now() };
  tab.postMessage({ question: first, stored });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const faults: unknown[] = [];
  const root = hydrateRoot(place, shown, { onRecoverableError: (error) => faults.push(error) });
  await waitFor(() => expect(place.querySelectorAll("input:checked[type=radio]")).toHaveLength(1));
  expect(faults).toEqual([]);
  root.unmount();
  place.remove();
  tab.close();
});
