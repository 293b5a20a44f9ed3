import { aiScaling } from "@/lib/framework/ai-scaling/framework";

/** `npm run -s framework`: the question bank with its risks, actions and checks as JSON. */
console.log(JSON.stringify(aiScaling, null, 2));
