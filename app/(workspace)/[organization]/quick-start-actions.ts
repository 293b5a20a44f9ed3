"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import {
  formatRemembered,
  parseRemembered,
  QUICK_START_COOKIE,
  type Remembered,
} from "@/lib/home/quick-start";
import { findMember } from "@/lib/server/auth/member";
import { findResult } from "@/lib/server/data/results";

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

/** Opens the result, and remembers in this browser that a report was read. */
export async function readReport(organization: string, assessmentId: string): Promise<void> {
  const member = await findMember(organization);
  const result = member && (await findResult(member, assessmentId));
  if (!result) redirect("/");
  await remember("readReport");
  redirect(`/${member.organizationSlug}/assessments/${result.assessmentId}/results`);
}

export async function openComparison(organization: string): Promise<void> {
  const member = await findMember(organization);
  if (!member) redirect("/");
  await remember("compare");
  redirect(`/${member.organizationSlug}/compare`);
}

export async function hideQuickStart(): Promise<void> {
  await remember("hidden");
}
