import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { parseAssessment } from "@/lib/scoring/assessment-schema";
import { printEach } from "./print-each";

/** `npm run -s score -- FILE…`: the result of each assessment. */
printEach("score", (content) => evaluate(aiScaling, parseAssessment(content, [aiScaling])));
