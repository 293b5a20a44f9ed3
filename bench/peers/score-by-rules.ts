import { Engine } from "json-rules-engine";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { answered } from "@/tests/support/answered";
import { printMicroseconds } from "../programs/microseconds";

/** A rule a question: one event for each level below the required one. The rules are built once. */
const engine = new Engine();
for (const { capabilities } of aiScaling.areas) {
  for (const { key: capability, required, questions } of capabilities) {
    for (const { key } of questions) {
      const below = { fact: key, operator: "lessThan", value: required.expansion };
      engine.addRule({ conditions: { all: [below] }, event: { type: "gap", params: { capability } } });
    }
  }
}

const [respondent] = answered().respondents;
const facts = Object.fromEntries(
  Object.entries(respondent?.answers ?? {}).map(([key, answer]) => [
    key,
    "level" in answer ? answer.level : 5,
  ]),
);
await printMicroseconds(1000, async () => (await engine.run(facts)).events.length);
