import { expect, test } from "vitest";
import { handled } from "@/lib/server/requests/handled";
import { requestState } from "@/lib/server/requests/request-state";
import { StorageError } from "@/lib/server/storage/storage-fault";
import { BUSY, MOVED } from "@/lib/storage/faults";

const broken = handled(async () => {
  throw new Error("a bug");
});
const asked = new Request("http://127.0.0.1/my-organization/x", { method: "POST" });

test("a bug in a route is a failure of the app, also when a form was sent to it", async () => {
  const state = { understood: false, page: null };
  const response = await requestState.run(state, () => broken(asked, {}));
  expect(response.status).toBe(500);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect((await response.json()).detail).toMatch(/^Something went wrong\. Reference \w{8}$/);
  expect(state.understood).toBe(true);
});

test("whoever asks for a page gets one, with the way back and nothing of what was sent as HTML", async () => {
  const state = { understood: true, page: { back: '/my-organization?find="><script>' } };
  const response = await requestState.run(state, () => broken(asked, {}));
  expect(response.status).toBe(500);
  expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  const page = await response.text();
  expect(page).toContain("<h1>Something went wrong</h1>");
  expect(page).toContain('<a href="/my-organization?find=&quot;&gt;&lt;script&gt;">Go back</a>');
});

test.each([
  [BUSY, 503, "The app cannot store this yet: something long is being stored"],
  [MOVED, 507, "The app cannot use its disk: the database file was moved away"],
])("what cannot be stored for %s is answered with %d, and why", async (code, status, words) => {
  const response = await handled(async () => {
    throw new StorageError(code);
  })(asked, {});
  expect(response.status).toBe(status);
  expect((await response.json()).detail).toContain(words);
});
