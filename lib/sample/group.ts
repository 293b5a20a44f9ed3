import { asiaPacific } from "./asia-pacific";
import { europe } from "./europe";
import { latinAmerica } from "./latin-america";
import { northAmerica } from "./north-america";
import type { SampleRegion } from "./profile";

/** A fictional group: twelve business units, three in each of four regions. */
export const GROUP_NAME = "Halden Group";

export const REGIONS: readonly SampleRegion[] = [northAmerica, europe, asiaPacific, latinAmerica];
