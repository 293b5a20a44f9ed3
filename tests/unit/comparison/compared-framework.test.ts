import { expect, test } from "vitest";
import { comparedFramework } from "@/lib/comparison/compared-framework";

const OWN = "ai-scaling@1.0.0";

test.each([
  ["nothing is assessed", [], OWN],
  ["all are of the app's own", [OWN, OWN], OWN],
  ["a minor version is among them", [OWN, "ai-scaling@1.10.0", "ai-scaling@1.9.0", OWN], "ai-scaling@1.10.0"],
  ["most are of another", ["floor@1.0.0", OWN, "floor@1.0.0"], "floor@1.0.0"],
  ["as many are of another", ["floor@1.0.0", OWN], OWN],
  ["most are of another major version", ["ai-scaling@2.0.0", OWN, "ai-scaling@2.1.0"], "ai-scaling@2.1.0"],
])("where %s", (_title, latest, found) => {
  expect(comparedFramework(latest, OWN)).toBe(found);
});
