import { performance } from "node:perf_hooks";
import { buffer } from "node:stream/consumers";
import { comparisonView } from "@/components/comparison/comparison-view";
import { readView } from "@/components/comparison/view-address";
import { candidatesOf, separate } from "@/lib/comparison/compared-unit";
import { findings } from "@/lib/comparison/findings";
import { transfers } from "@/lib/comparison/transfers";
import { weaknesses } from "@/lib/comparison/weaknesses";
import { attention } from "@/lib/home/attention";
import { portfolioReport } from "@/lib/report/portfolio-report";
import { findMember, type Member } from "@/lib/server/auth/member";
import { listAssessments, OPEN_STATUSES } from "@/lib/server/data/assessments";
import { currentFramework } from "@/lib/server/data/frameworks";
import { exportOrganization } from "@/lib/server/data/organization-export";
import { listLatestResults } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";
import { readSnapshot } from "@/lib/server/db/snapshot";
import { renderPdf } from "@/lib/server/report/pdf";
import { renderPortfolioXlsx } from "@/lib/server/report/portfolio-xlsx";
import { GENERATED_AT } from "@/tests/support/generated-units";
import { median } from "../median";

/** `work-of-size.ts WORK`, on the database of the environment: what reads all units, without its page. */

const RUNS = 3;

async function read(member: Member) {
  const { framework } = await currentFramework();
  const [tree, results] = await Promise.all([listUnits(member), listLatestResults(member)]);
  return { framework, ...separate(candidatesOf(tree, results), framework) };
}

const WORK: Record<string, (member: Member) => Promise<unknown>> = {
  async home(member) {
    const [, results, open] = await Promise.all([
      listUnits(member),
      listLatestResults(member),
      listAssessments(member, { status: OPEN_STATUSES }),
    ]);
    return attention({ latest: results.map(({ latest }) => latest), open }, GENERATED_AT);
  },
  async compare(member) {
    const { framework, compared } = await read(member);
    comparisonView("", framework, compared, await readView(new URLSearchParams()));
    weaknesses(compared);
    return findings(compared, framework, transfers(compared));
  },
  async "comparison-pdf"(member) {
    const { compared: units, ...rest } = await read(member);
    const organization = member.organizationName;
    return renderPdf(
      portfolioReport({ organization, units, ...rest, date: GENERATED_AT }),
      "a4",
      GENERATED_AT,
    );
  },
  async "comparison-xlsx"(member) {
    const { framework, compared } = await read(member);
    return buffer(renderPortfolioXlsx(framework, compared, GENERATED_AT));
  },
  "organization-json": (member) =>
    readSnapshot(async (tx) => {
      for await (const _ of exportOrganization(member, tx));
    }),
};

const member = await findMember("my-organization");
const work = WORK[process.argv[2] ?? ""];
if (!member || !work) throw new Error(`There is no work ${process.argv[2]}: there are ${Object.keys(WORK)}.`);
const times: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const started = performance.now();
  await work(member);
  times.push(performance.now() - started);
}
await db.$disconnect();
// `maxRSS` is in KB.
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ milliseconds: median(times), megabytes }));
