import { expect, test } from "vitest";
import { refusalOf } from "@/lib/server/requests/request-guard";

const HOST = "127.0.0.1:3000";

function statusOf(
  headers: Record<string, string>,
  { method = "GET", address = "/" }: { method?: string; address?: string } = {},
) {
  return refusalOf({ method, address, headers: new Headers({ host: HOST, ...headers }) })?.problem.status;
}

test.each(["localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "[::1]", "[::1]:3000"])(
  "%s is a name of this machine",
  (host) => expect(statusOf({ host })).toBeUndefined(),
);

test.each([
  "",
  "evil.example",
  "127.0.0.1.evil.example",
  "localhost.",
  "127.0.0.1:0",
  "127.0.0.1:65536",
  "127.0.0.1:99999",
  "127.0.0.1:000001",
  "127.0.0.1:",
  "a@127.0.0.1",
  "127.0.0.1, evil.example",
  "[::ffff:127.0.0.1]",
  "0.0.0.0",
])("%s is not", (host) => expect(statusOf({ host })).toBe(421));

test.each([
  ["http://127.0.0.1:3000", undefined],
  ["https://127.0.0.1:3000", 403],
  ["http://127.0.0.1", 403],
  ["http://127.0.0.1:3001", 403],
  ["http://localhost:3000", 403],
  ["http://127.0.0.1:3000/path", 403],
  ["http://127.0.0.1:3000, http://evil.example", 403],
  ["null", 403],
  ["", 403],
])("a change from %s", (origin, status) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    expect(statusOf({ origin }, { method })).toBe(status);
  }
});

test("a page on port 80 names no port", () => {
  expect(statusOf({ host: "localhost", origin: "http://localhost" }, { method: "POST" })).toBeUndefined();
  expect(statusOf({ host: "localhost:80", origin: "http://localhost" }, { method: "POST" })).toBeUndefined();
});

test.each([
  ["none", "navigate", "document", undefined],
  ["same-origin", "cors", "empty", undefined],
  ["same-origin", "no-cors", "script", undefined],
  ["cross-site", "navigate", "document", undefined],
  // A service worker passes a navigation on like this.
  ["cross-site", "navigate", "empty", undefined],
  ["cross-site", "navigate", "iframe", 403],
  ["cross-site", "navigate", "object", 403],
  ["cross-site", "no-cors", "image", 403],
  ["cross-site", "cors", "empty", 403],
  // Another app on another port of this machine.
  ["same-site", "no-cors", "script", 403],
])("a GET that the browser says is %s, %s, %s", (site, mode, dest, status) => {
  expect(statusOf({ "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest })).toBe(status);
});

test.each([
  ["TRACE", "/", 405],
  ["PROPFIND", "/", 405],
  ["OPTIONS", "*", 400],
  ["GET", "http://127.0.0.1:3000/", 400],
  ["GET", "", 400],
  ["GET", "/%zz", 400],
  ["GET", "/_next/static/%ff", 400],
  ["GET", "/?q=%zz", undefined],
  ["GET", "//", undefined],
])("%s %s", (method, address, status) => {
  expect(statusOf({ origin: `http://${HOST}` }, { method, address })).toBe(status);
});
