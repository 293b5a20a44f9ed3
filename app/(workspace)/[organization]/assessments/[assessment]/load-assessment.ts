import { notFound } from "next/navigation";
import { cache } from "react";
import { askedFramework } from "@/lib/framework/depth";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { findAssessment } from "@/lib/server/data/assessments";
import { readFramework } from "@/lib/server/data/frameworks";

/** The assessment of the address with the questions it asks, read once for page and title. */
export const loadAssessment = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const readAt = Date.now();
  const assessment = await findAssessment(member, id);
  if (!assessment) return notFound();
  const { framework } = await readFramework(assessment.frameworkVersionId);
  const mayAnswer = assessment.status !== "submitted" && can(member.role, "assessment:edit");
  return {
    member,
    assessment,
    areas: askedFramework(framework, assessment.depth).areas,
    /** Open, and this member may change it. */
    mayAnswer,
    /** No later than the answers were read, ms since 1970. */
    readAt,
  };
});
