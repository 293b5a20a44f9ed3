import fc from "fast-check";
import { expect, test } from "vitest";
import { FrameworkError, frameworkSchema, parseFramework } from "@/lib/framework/schema";
import { smallFramework } from "./small-framework";

type Path = readonly (string | number)[];

/** A copy of `target` with `value` at `path`; undefined takes the property or entry out. */
function replaced(target: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(target)) {
    const next = replaced(target[Number(head)], rest, value);
    return target.toSpliced(Number(head), 1, ...(next === undefined ? [] : [next]));
  }
  const { [head]: current, ...others } = target as Record<string, unknown>;
  const next = replaced(current, rest, value);
  return next === undefined ? others : { ...others, [head]: next };
}

function pathOf(text: string): Path {
  return text
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function errorOf(value: unknown): FrameworkError {
  try {
    parseFramework(value);
  } catch (error) {
    if (error instanceof FrameworkError) return error;
    throw error;
  }
  throw new Error("accepted");
}

const platform = "areas[0].capabilities[0]";
const data = "areas[0].capabilities[1]";

test("a sound framework comes back as it went in", () => {
  expect(parseFramework(smallFramework)).toEqual(smallFramework);
  expect(frameworkSchema.safeParse(JSON.parse(JSON.stringify(smallFramework))).success).toBe(true);
});

test("what is no framework at all is refused as a whole", () => {
  expect(errorOf(null)).toMatchObject({ path: "", expected: "an object" });
  expect(errorOf(null).message).toBe("framework: expected an object");
});

test.each<[fault: string, path: string, value: unknown, expected: string, reported?: string]>([
  ["a missing property", `${platform}.title`, undefined, "a text"],
  ["an empty text", `${platform}.summary`, " ", "a text that is not empty"],
  ["a property that does not exist", `${platform}.colour`, "red", "no such property"],
  [
    "a key that is not in lower case",
    "risks[0].key",
    "Risk One",
    "a key in lower case, words joined by hyphens",
  ],
  ["a version that is not one", "version", "1.0", "a version such as 1.0.0"],
  [
    "the key of an area that is none",
    "areas[0].key",
    "Legal matters",
    "a key in lower case, words joined by hyphens",
  ],
  [
    "an unknown infrastructure",
    `${platform}.infrastructure`,
    "cloud",
    "one of technical, data, process, governance, change",
  ],
  [
    "a question text that asks nothing",
    `${platform}.questions[0].text`,
    "Reuse.",
    "a text that ends with a question mark",
  ],

  ["an area weight of 0", "areas[0].weight", 0, "a number above 0"],
  ["a negative capability weight", `${platform}.weight`, -1, "a number above 0"],
  ["a question weight that is no number", `${platform}.questions[0].weight`, "1", "a number above 0"],
  ["a contributor weight of 0", "risks[0].contributors[0].weight", 0, "a number above 0"],
  ["an endless effort", `${platform}.actions[0].personWeeks`, Number.POSITIVE_INFINITY, "a number above 0"],
  ["a duration of 0", `${platform}.actions[0].elapsedWeeks`, 0, "a number above 0"],

  ["a required level of 1", `${platform}.required.foundation`, 1, "a level, a whole number from 2 to 5"],
  ["a required level of 6", `${platform}.required.maturity`, 6, "a level, a whole number from 2 to 5"],
  [
    "a required level between two",
    `${platform}.required.expansion`,
    2.5,
    "a level, a whole number from 2 to 5",
  ],
  [
    "a phase without a required level",
    `${platform}.required.maturity`,
    undefined,
    "a level, a whole number from 2 to 5",
  ],
  ["a phase that does not exist", `${platform}.required.pilot`, 2, "no such property"],
  ["a required level that falls", `${platform}.required.optimization`, 2, "at least 3, as for expansion"],
  ["an impact of 6", "risks[0].inherentImpact", 6, "a level, a whole number from 1 to 5"],

  [
    "four descriptors",
    `${platform}.questions[0].levels[4]`,
    undefined,
    "five level descriptors",
    `${platform}.questions[0].levels`,
  ],
  [
    "six descriptors",
    `${platform}.questions[0].levels`,
    ["a", "b", "c", "d", "e", "f"],
    "five level descriptors",
  ],
  ["an empty descriptor", `${platform}.questions[0].levels[2]`, "", "a text that is not empty"],
  ["a repeated descriptor", `${platform}.questions[0].levels[3]`, "None.", "a descriptor of its own"],

  ["a duplicate role", "roles[1]", { key: "lead", title: "Again" }, "a key not used before", "roles[1].key"],
  ["a duplicate window", "windows[1].key", "early", "a key not used before"],
  ["a duplicate area", "areas[1]", smallFramework.areas[0], "a key not used before", "areas[1].key"],
  ["a duplicate capability", `${data}.key`, "platform", "a key not used before"],
  ["a duplicate question", `${data}.questions[0].key`, "platform.reuse", "a key not used before"],
  ["a duplicate action", `${platform}.actions[1].key`, "platform.to-2", "a key not used before"],
  ["a duplicate risk", "risks[1].key", "insufficient-preparation", "a key not used before"],
  ["a duplicate check", "checks[1]", smallFramework.checks[0], "a key not used before", "checks[1].key"],
  [
    "a contributor named twice",
    "risks[0].contributors[1]",
    { capability: "platform", weight: 2 },
    "a key not used before",
    "risks[0].contributors[1].capability",
  ],
  ["a mitigation named twice", "risks[0].mitigations[1]", "platform.to-2", "a key not used before"],

  [
    "a question key without its capability",
    `${platform}.questions[0].key`,
    "other.reuse",
    "a key that begins with platform.",
  ],
  [
    "a question key that only looks like its capability",
    `${platform}.questions[0].key`,
    "platforms.reuse",
    "a key that begins with platform.",
  ],
  ["an action key without its capability", `${platform}.actions[3].key`, "other.to-5", "platform.to-5"],

  [
    "a step without an action",
    `${platform}.actions[3]`,
    undefined,
    "an action from level 4 to 5",
    `${platform}.actions`,
  ],
  ["an action that skips a level", `${platform}.actions[3].from`, 3, "4"],

  ["an unknown role", `${platform}.actions[0].role`, "nobody", "the key of a role of this framework"],
  ["an unknown window", `${platform}.actions[0].window`, "never", "the key of a window of this framework"],
  [
    "an unknown dependency",
    `${platform}.actions[1].after[1]`,
    "other.to-2",
    "the key of an action of this framework",
  ],
  [
    "an unknown contributor",
    "risks[1].contributors[0].capability",
    "other",
    "the key of a capability of this framework",
  ],
  [
    "an unknown mitigation",
    "risks[1].mitigations[0]",
    "other.to-2",
    "the key of an action of this framework",
  ],
  [
    "an unknown question in a check",
    "checks[0].when[1].question",
    "data.other",
    "the key of a question of this framework",
  ],
  [
    "an unknown pitfall",
    `${platform}.pitfalls[0]`,
    "bad-luck",
    "one of insufficient-preparation, poor-change-management, resource-constraints, quality-degradation",
  ],

  [
    "an action that depends on itself",
    `${data}.actions[0].after[0]`,
    "data.to-2",
    "an action that does not depend on this one",
  ],
  [
    "a circle of dependencies",
    `${platform}.actions[0].after[0]`,
    "platform.to-3",
    "an action that does not depend on this one",
  ],
  [
    "an action in an earlier window than what it depends on",
    `${platform}.actions[3].window`,
    "early",
    "an action in the same window or an earlier one",
    `${platform}.actions[3].after[0]`,
  ],

  ["a window that overlaps the one before", "windows[1].fromWeek", 3, "a week from 4 on"],
  ["a window that ends before it begins", "windows[1].toWeek", 3, "a week from 4 on"],

  ["a risk without contributors", "risks[0].contributors", [], "a list of at least 1 entry"],
  ["a risk without mitigations", "risks[0].mitigations", [], "a list of at least 1 entry"],
  [
    "a pitfall without a risk",
    "risks[2].pitfall",
    null,
    "a risk for the pitfall resource-constraints",
    "risks",
  ],
  [
    "a pitfall with two risks",
    "risks[2].pitfall",
    "quality-degradation",
    "a pitfall that no earlier risk names",
    "risks[3].pitfall",
  ],

  [
    "a check on one answer only",
    "checks[0].when[1]",
    undefined,
    "a list of at least 2 entries",
    "checks[0].when",
  ],
  [
    "a check that always holds",
    "checks[0].when[0].atLeast",
    undefined,
    "atLeast or atMost, with a level between them",
    "checks[0].when[0]",
  ],
  [
    "a check that never holds",
    "checks[0].when[0].atMost",
    3,
    "atLeast or atMost, with a level between them",
    "checks[0].when[0]",
  ],
])("%s is refused at its place", (_fault, path, value, expected, reported = path) => {
  const error = errorOf(replaced(smallFramework, pathOf(path), value));
  expect({ path: error.path, expected: error.expected }).toEqual({ path: reported, expected });
});

test("whatever JSON stands in place of an area, a framework error names the area", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(errorOf(replaced(smallFramework, ["areas", 0], value)).path).toMatch(/^areas\[0\]/);
    }),
  );
});
