import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, dailyName, dailyTime } from "@/lib/backup/names";

const times = fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const databases = fc.oneof(fc.constantFrom("app", "app-daily", "a.daily", "app-2026"), fc.string());

test("names say when, in the order of the alphabet", () => {
  const time = new Date("2026-11-24T10:20:30.456Z");
  expect(backupName("app", time)).toBe("app-2026-11-24T10-20-30-456Z.db");
  expect(dailyName("app", time)).toBe("app-2026-11-24T10-20-30-456Z.daily.db");
  fc.assert(
    fc.property(times, times, (a, b) => {
      expect(dailyName("app", a) < dailyName("app", b)).toBe(a < b);
    }),
  );
});

test("a daily backup is known by its name, for its own database only", () => {
  fc.assert(
    fc.property(databases, databases, times, (one, other, time) => {
      expect(dailyTime(one, dailyName(one, time))).toBe(time.getTime());
      if (one !== other) expect(dailyTime(other, dailyName(one, time))).toBeNull();
    }),
  );
});

test("what was made by hand, before a migration or by others is no daily backup", () => {
  fc.assert(
    fc.property(databases, databases, times, (one, other, time) => {
      expect(dailyTime(other, backupName(one, time))).toBeNull();
    }),
  );
  for (const name of [
    "app-2026-11-24T10-20-30-456Z.daily.db.partial",
    "app-2026-11-24T10-20-30-456Z.daily.db-wal",
    "copy of app-2026-11-24T10-20-30-456Z.daily.db",
    "app-2026-11-24T10-20-30-456Z (1).daily.db",
    "app-2026-13-24T10-20-30-456Z.daily.db",
    "app-2026.daily.db",
    "app-before.daily.db",
    "app-.daily.db",
    ".daily.db",
  ]) {
    expect(dailyTime("app", name), name).toBeNull();
  }
});
