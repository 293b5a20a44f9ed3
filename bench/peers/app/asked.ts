import { askedCapabilities } from "@/components/questionnaire/questions";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";

export type SearchParams = Promise<{ areas?: string }>;

/** The capabilities of the first few areas, as the questionnaire shows them. */
export async function capabilitiesOf(searchParams: SearchParams) {
  const { areas = "5" } = await searchParams;
  return aiScaling.areas.slice(0, Number(areas)).flatMap(askedCapabilities);
}
