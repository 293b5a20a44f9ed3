import { expect, test } from "vitest";
import { PRIVATE_KEYS, REDACTED, redact } from "@/lib/logging/redact";

test("every private key is hidden, however it is written and however deep it stands", () => {
  for (const key of PRIVATE_KEYS) {
    for (const written of [key, key.toUpperCase()]) {
      const held = { [written]: "typed" };
      expect(redact({ ...held, deep: [{ deeper: held }] })).toEqual({
        [written]: REDACTED,
        deep: [{ deeper: { [written]: REDACTED } }],
      });
    }
  }
});

test("an answer, a request and a person leave nothing of themselves", () => {
  const line = redact({
    status: 200,
    change: {
      question: "ai-platform.reuse",
      answer: { level: 4, note: "typed", evidence: ["https://typed"] },
    },
    unit: { id: "1", name: "typed", region: "typed" },
    request: { headers: { cookie: "typed", authorization: "typed" }, body: "typed", url: "/?find=typed" },
    of: new Map([["x", "typed"]]),
    error: Object.assign(new Error("typed"), { meta: "typed", cause: new TypeError("typed") }),
  });
  expect(JSON.stringify(line)).not.toContain("typed");
  expect(line).toMatchObject({
    status: 200,
    change: { question: "ai-platform.reuse" },
    error: { type: "Error", cause: { type: "TypeError" } },
  });
});

test("what has no end is cut", () => {
  const endless: Record<string, unknown> = { status: 1 };
  endless.next = endless;
  expect(JSON.stringify(redact(endless)).match(/status/g)).toHaveLength(6);
});
