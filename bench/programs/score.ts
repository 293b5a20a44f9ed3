import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { answered } from "@/tests/support/answered";
import { printMicroseconds } from "./microseconds";

const assessment = answered();
await printMicroseconds(5000, () => evaluate(aiScaling, assessment).readiness.value);
