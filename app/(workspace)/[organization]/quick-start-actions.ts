"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import {
  formatRemembered,
  parseRemembered,
  QUICK_START_COOKIE,
  type Remembered,
} from "@/lib/home/quick-start";
import { findResult } from "@/lib/server/data/results";
import { memberAction } from "@/lib/server/requests/member-action";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

async function remember(step: Remembered) {
  const jar = await cookies();
  const remembered = parseRemembered(jar.get(QUICK_START_COOKIE)?.value);
  jar.set(QUICK_START_COOKIE, formatRemembered([...remembered, step]), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: YEAR_SECONDS,
  });
}

const read = memberAction(z.object({ assessmentId: z.string() }), async (member, { assessmentId }) => {
  const result = await findResult(member, assessmentId);
  if (!result) return "not-found";
  await remember("readReport");
  return redirect(`/${member.organizationSlug}/assessments/${result.assessmentId}/results`);
});

const compare = memberAction(z.object({}), async (member) => {
  await remember("compare");
  return redirect(`/${member.organizationSlug}/compare`);
});

const hide = memberAction(z.object({}), async () => {
  await remember("hidden");
  return "hidden";
});

/** Opens the result, and remembers in this browser that a report was read. */
export async function readReport(organization: string, assessmentId: string): Promise<void> {
  await read(organization, { assessmentId });
  redirect("/");
}

export async function openComparison(organization: string): Promise<void> {
  await compare(organization, {});
  redirect("/");
}

export async function hideQuickStart(organization: string): Promise<void> {
  await hide(organization, {});
}
