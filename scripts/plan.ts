import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { parsePlanRequest } from "@/lib/planning/requests/plan-request-schema";
import { loadSolver } from "@/lib/server/planning/solver";
import { printEach } from "./print-each";

/** `npm run -s plan -- FILE…`: the plan of each request. */
const solve = await loadSolver();
printEach("plan", (content) => makePlan(aiScaling, parsePlanRequest(content, [aiScaling]), solve));
