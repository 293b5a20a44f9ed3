import { expect, test } from "vitest";
import { createLog } from "@/lib/server/log";

function lines(level: Parameters<typeof createLog>[0], write: (log: ReturnType<typeof createLog>) => void) {
  const written: string[] = [];
  write(createLog(level, { write: (line) => written.push(line) }));
  return written.map((line) => JSON.parse(line));
}

test("a line is when, how bad, what happened and its redacted fields", () => {
  const [line, ...more] = lines("info", (log) => {
    log.debug("Not asked for");
    log.info({ status: 200, note: "typed" }, "Request");
  });
  expect(more).toEqual([]);
  expect(line).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    status: 200,
    note: "[redacted]",
    msg: "Request",
  });
});

test("no way to call it lets what was typed through", () => {
  const written = lines("debug", (log) => {
    log.error(new Error("typed"));
    log.error({ err: new Error("typed") });
    log.error({ error: new Error("typed", { cause: new Error("typed") }) }, "Failed");
    log.info("Saved %s", "typed");
    log.info({ status: 200 }, "Saved %j", { note: "typed" });
  });
  expect(written).toHaveLength(5);
  expect(JSON.stringify(written)).not.toContain("typed");
});

test("silent is silent", () => {
  expect(lines("silent", (log) => log.fatal("Loud"))).toEqual([]);
});
