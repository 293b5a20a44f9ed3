import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fields, isOvertaken, OPENED, openedFields, overtake } from "@/lib/forms/overtaken";

const NAMES = ["a", "b", "c"] as const;
const value = fc.oneof(fc.constantFrom("", "x", "y"), fc.boolean(), fc.constantFrom([], ["x"], ["x", "y"]));
const fields = fc.record({ a: value, b: value, c: value });

test("what either has changed is lost in no field: it stands in the form, or beside it", () => {
  fc.assert(
    fc.property(fields, fields, fields, (opened, typed, stored) => {
      const { values, meanwhile } = overtake(opened, { typed, stored });
      for (const name of NAMES) {
        const mine = JSON.stringify(typed[name]) !== JSON.stringify(opened[name]);
        const theirs = JSON.stringify(stored[name]) !== JSON.stringify(opened[name]);
        expect(values[name]).toEqual(mine || !theirs ? typed[name] : stored[name]);
        const differ = JSON.stringify(stored[name]) !== JSON.stringify(typed[name]);
        expect(meanwhile[name]).toEqual(
          theirs && differ ? { stored: stored[name], takenOver: !mine } : undefined,
        );
      }
    }),
  );
});

test("what would take nothing back is stored at once, and what was shown is stored the next time", () => {
  fc.assert(
    fc.property(fields, fields, fields, (opened, wanted, stored) => {
      const { values, meanwhile } = overtake(opened, { typed: wanted, stored });
      expect(isOvertaken(stored, { opened, wanted })).toBe(Object.keys(meanwhile).length > 0);
      expect(isOvertaken(stored, { opened: stored, wanted: values })).toBe(false);
    }),
  );
});

test("a form tells what it held when it was opened, and anything else tells nothing", () => {
  const sent = (text: unknown) => ({ get: (name: string) => (name === OPENED ? text : null) });
  fc.assert(
    fc.property(fields, (opened: Fields) => {
      expect(openedFields(sent(JSON.stringify(opened)))).toEqual(opened);
    }),
  );
  for (const text of [null, "", "[", "[]", "1", '{"a":1}', '{"a":{}}', new File([], "a")]) {
    expect(openedFields(sent(text))).toEqual({});
  }
});
