import { describe, expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { parseFramework } from "@/lib/framework/schema";
import { AREAS, INFRASTRUCTURES, PITFALLS } from "@/lib/framework/types";

const capabilities = aiScaling.areas.flatMap((area) => area.capabilities);
const questions = capabilities.flatMap((capability) => capability.questions);
const actions = capabilities.flatMap((capability) => capability.actions);
const descriptors = questions.flatMap((question) => question.levels);

const VAGUE =
  /\b(good|adequate|appropriate|robust|mature|effective|some|regularly|well|sufficient|properly|often|usually|various|several|many|strong)\b/i;

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

test("it keeps every rule of a framework", () => {
  expect(parseFramework(aiScaling)).toEqual(aiScaling);
});

describe("size", () => {
  test("the five areas stand in the method's order", () => {
    expect(aiScaling.areas.map((area) => area.key)).toEqual([...AREAS]);
  });

  test.each(aiScaling.areas)("$key has six capabilities, each with two questions", (area) => {
    expect(area.capabilities.map((capability) => capability.questions.length)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test("60 questions, 300 descriptors, 120 actions, 20 risks, 12 checks at least", () => {
    expect(questions).toHaveLength(60);
    expect(descriptors).toHaveLength(300);
    expect(actions.length).toBeGreaterThanOrEqual(120);
    expect(aiScaling.risks.length).toBeGreaterThanOrEqual(20);
    expect(aiScaling.checks.length).toBeGreaterThanOrEqual(12);
    expect(aiScaling.roles.length).toBeLessThanOrEqual(10);
  });

  test.each(INFRASTRUCTURES)("the %s infrastructure has four capabilities at least", (infrastructure) => {
    const own = capabilities.filter((capability) => capability.infrastructure === infrastructure);
    expect(own.length).toBeGreaterThanOrEqual(4);
  });
});

describe("the quick assessment", () => {
  test.each(aiScaling.areas)("asks one question on each of four capabilities in $key", (area) => {
    const asked = area.capabilities.map((capability) => capability.questions.filter(({ quick }) => quick));
    expect(asked.map((quick) => quick.length).sort()).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test("asks about every gating capability", () => {
    const gating = capabilities.filter((capability) => capability.gating);
    expect(gating.map(({ key }) => key)).toEqual([
      "ai-platform",
      "data-foundation",
      "sponsorship",
      "pilot-to-production",
      "quality-assurance",
      "risk-management",
      "people",
      "budget",
    ]);
    for (const capability of gating) {
      expect(capability.questions.some(({ quick }) => quick)).toBe(true);
    }
  });
});

describe("the wording", () => {
  test("no two descriptors of the framework are the same", () => {
    const seen = new Map<string, number>();
    for (const descriptor of descriptors) seen.set(descriptor, (seen.get(descriptor) ?? 0) + 1);
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });

  test("no descriptor takes more than five seconds to read", () => {
    expect(descriptors.filter((descriptor) => wordsIn(descriptor) > 22)).toEqual([]);
  });

  test("no descriptor uses a word that two people would read differently", () => {
    expect(descriptors.filter((descriptor) => VAGUE.test(descriptor))).toEqual([]);
  });

  test("descriptors, reasons and evidence are sentences", () => {
    const texts = [...descriptors, ...questions.flatMap(({ why, evidence }) => [why, evidence])];
    expect(texts.filter((text) => !/^[A-Z0-9].*\.$/.test(text) || /[!\n]|\s{2}/.test(text))).toEqual([]);
  });

  test("a question is one breath and asks one thing", () => {
    expect(questions.filter(({ text }) => wordsIn(text) > 20)).toEqual([]);
    expect(new Set(questions.map(({ text }) => text)).size).toBe(60);
  });

  test("an action title is an instruction of at most twelve words", () => {
    expect(actions.filter(({ title }) => wordsIn(title) > 12 || title.endsWith("."))).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
  });

  test("spelling is American", () => {
    const british =
      /\b\w*(artefact|catalogue|centre|organis|behaviour|colour|programme|optimis|labour|licence)\w*/i;
    const text = JSON.stringify(aiScaling, (name, value) => (name === "key" ? undefined : value));
    expect(text.match(british)?.[0]).toBeUndefined();
  });
});

describe("weights and requirements", () => {
  test("areas count the same, capabilities 1 to 3, gating ones at least 2, questions 1 or 2", () => {
    expect(aiScaling.areas.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1]);
    for (const capability of capabilities) {
      expect(capability.gating ? [2, 3] : [1, 2, 3], capability.key).toContain(capability.weight);
      for (const question of capability.questions) expect([1, 2], question.key).toContain(question.weight);
    }
  });

  test("scaling asks more of every capability in maturity than in foundation", () => {
    for (const { key, required } of capabilities) {
      expect(required.maturity, key).toBeGreaterThan(required.foundation);
    }
  });

  test("references name only the five public models", () => {
    const forms: Record<string, RegExp> = {
      "NIST AI RMF":
        /^(GOVERN [1-6]\.[1-7]|MAP [1-5]\.[1-6]|MEASURE ([134]\.[1-3]|2\.([1-9]|1[0-3]))|MANAGE [1-4]\.[1-4])$/,
      "ISO/IEC 42001": /^([4-9]|10|A\.([2-9]|10))(\.\d){1,2}$/,
      "EU AI Act": /^Article \d+(\(\d+\))?$/,
      "MITRE AI Maturity Model":
        /^(Ethical, equitable and responsible use|Strategy and resources|Organization|Technology enablers|Data|Performance and application)$/,
      "Google MLOps levels": /^Level [012]$/,
    };
    for (const { key, references } of capabilities) {
      expect(references.length, key).toBeGreaterThanOrEqual(2);
      for (const { model, id } of references) expect(id, `${key}: ${model}`).toMatch(forms[model] ?? /^$/);
    }
  });
});

describe("actions", () => {
  test("each step depends on the one before it", () => {
    const loose = actions.filter(
      ({ key, from, after }) => from > 1 && !after.includes(key.replace(/\d$/, `${from}`)),
    );
    expect(loose).toEqual([]);
  });

  test("none depends on a later step, or on the same step of a later capability", () => {
    const place = new Map(actions.map(({ key, to }, index) => [key, to * actions.length + index]));
    const late = actions.flatMap(({ key, after }) =>
      after
        .filter((other) => (place.get(other) ?? Number.NaN) >= (place.get(key) ?? 0))
        .map((other) => [key, other]),
    );
    expect(late).toEqual([]);
  });

  test("effort and duration stay within what one step can take", () => {
    for (const { key, personWeeks, elapsedWeeks } of actions) {
      expect(personWeeks, key).toBeGreaterThanOrEqual(0.5);
      expect(personWeeks, key).toBeLessThanOrEqual(30);
      expect(elapsedWeeks, key).toBeGreaterThanOrEqual(1);
      expect(elapsedWeeks, key).toBeLessThanOrEqual(12);
    }
  });

  test("taken one after the other as they depend, each ends within its window", () => {
    const byKey = new Map(actions.map((action) => [action.key, action]));
    const windows = new Map(aiScaling.windows.map((window) => [window.key, window]));
    const endOf = (key: string): number => {
      const action = byKey.get(key);
      const starts = (windows.get(action?.window ?? "")?.fromWeek ?? 0) - 1;
      return Math.max(starts, ...(action?.after ?? []).map(endOf)) + (action?.elapsedWeeks ?? 0);
    };
    const late = actions.filter(({ key, window }) => endOf(key) > (windows.get(window)?.toWeek ?? 0));
    expect(late.map(({ key }) => key)).toEqual([]);
  });

  test("every role owns one, every window holds one", () => {
    expect(new Set(actions.map(({ role }) => role)).size).toBe(aiScaling.roles.length);
    expect(new Set(actions.map(({ window }) => window)).size).toBe(aiScaling.windows.length);
  });
});

describe("risks", () => {
  test("the four pitfalls come first and carry their names", () => {
    expect(aiScaling.risks.slice(0, 4).map(({ key }) => key)).toEqual([...PITFALLS]);
    expect(aiScaling.risks.map(({ pitfall }) => pitfall).filter(Boolean)).toEqual([...PITFALLS]);
  });

  test("every capability contributes to one at least", () => {
    const contributing = new Set(
      aiScaling.risks.flatMap(({ contributors }) => contributors.map(({ capability }) => capability)),
    );
    expect(capabilities.map(({ key }) => key).filter((key) => !contributing.has(key))).toEqual([]);
  });

  test("contributors are three to six, weighted 1 to 3", () => {
    for (const { key, contributors } of aiScaling.risks) {
      expect(contributors.length, key).toBeGreaterThanOrEqual(3);
      expect(contributors.length, key).toBeLessThanOrEqual(6);
      for (const { weight } of contributors) expect([1, 2, 3], key).toContain(weight);
    }
  });

  test("mitigations belong to contributors and leave out no step, so accepting them lowers the risk", () => {
    for (const { key, contributors, mitigations } of aiScaling.risks) {
      const own = new Set(contributors.map(({ capability }) => capability));
      for (const mitigation of mitigations) {
        const [capability = "", to] = mitigation.split(".to-");
        expect(own, key).toContain(capability);
        if (to !== "2") expect(mitigations, key).toContain(`${capability}.to-${Number(to) - 1}`);
      }
    }
  });

  test("every pitfall is guarded against by four capabilities at least", () => {
    for (const pitfall of PITFALLS) {
      const guards = capabilities.filter(({ pitfalls }) => pitfalls.includes(pitfall));
      expect(guards.length, pitfall).toBeGreaterThanOrEqual(4);
    }
  });
});
