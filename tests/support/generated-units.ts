import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { type Depth, LEVELS, PHASES } from "@/lib/framework/types";
import {
  type Answer,
  type Assessment,
  CONDITIONS,
  NOT_APPLICABLE_REASONS,
  type Suitability,
  WARNINGS,
} from "@/lib/scoring/assessment";

/** Business units for tests of size: plausible, and the same for the same index, however many there are. */

export type GeneratedUnit = {
  name: string;
  region: string;
  industry: string;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
  /** The oldest first. */
  submissions: readonly { submittedAt: Date; assessment: Assessment }[];
};

/** A moment after every submission. */
export const GENERATED_AT = new Date("2026-11-24T10:00:00.000Z");
const DAY = 24 * 60 * 60 * 1000;

const CITIES = {
  "North America":
    "Atlanta Boston Calgary Chicago Dallas Denver Detroit Houston Montreal Phoenix Seattle Toronto",
  "Latin America":
    "Bogota Campinas Cordoba Curitiba Guadalajara Lima Medellin Monterrey Quito Recife Santiago Tijuana",
  "Northern Europe":
    "Aarhus Bergen Bristol Dublin Gothenburg Helsinki Leeds Malmo Oslo Stockholm Tallinn Turku",
  "Central Europe": "Basel Bremen Brno Cologne Gdansk Ghent Graz Leipzig Lyon Munich Poznan Utrecht",
  "Southern Europe": "Athens Bari Bilbao Braga Genoa Lisbon Malaga Naples Porto Seville Turin Valencia",
  "Middle East and Africa": "Abuja Accra Amman Cairo Doha Dubai Durban Lagos Muscat Nairobi Rabat Tunis",
  "South Asia": "Ahmedabad Chennai Colombo Dhaka Hyderabad Jaipur Karachi Kochi Lahore Mumbai Nagpur Pune",
  "Asia Pacific": "Adelaide Bangkok Busan Cebu Fukuoka Hanoi Jakarta Manila Osaka Perth Singapore Taipei",
};
const BUSINESSES = [
  { industry: "Financial services", regulated: true, lines: ["Retail Banking", "Claims", "Leasing"] },
  { industry: "Healthcare", regulated: true, lines: ["Clinics", "Laboratories", "Home Care"] },
  { industry: "Energy", regulated: true, lines: ["Grid Operations", "Wind Parks", "Metering"] },
  { industry: "Manufacturing", regulated: false, lines: ["Assembly", "Castings", "Spare Parts"] },
  { industry: "Logistics", regulated: false, lines: ["Freight", "Warehousing", "Last Mile"] },
  { industry: "Retail", regulated: false, lines: ["Stores", "Online Sales", "Purchasing"] },
];
const LINES = BUSINESSES.flatMap(({ lines, ...business }) => lines.map((line) => ({ ...business, line })));
const PLACES = Object.entries(CITIES).flatMap(([region, cities]) =>
  cities.split(" ").map((city) => ({ region, city })),
);
export const REGION_NAMES: readonly string[] = Object.keys(CITIES);

export function generateUnit(index: number): GeneratedUnit {
  const random = randomFrom(index);
  // Steps without a common factor: each line and place comes once before the first comes again.
  const { line, industry, regulated } = at(LINES, index);
  const { region, city } = at(PLACES, index * 37 + Math.floor(index / LINES.length));
  const round = Math.floor(index / (LINES.length * PLACES.length)) + 1;
  const name = `${line} ${city}${round > 1 ? ` ${round}` : ""}`;
  const unit = {
    name,
    regulated,
    unitsInScope: 2 + Math.floor(random() * 20),
    processesInScope: 5 + Math.floor(random() * 80),
  };
  const strength = 1.5 + random() * 2.5;
  const leanings = new Map(aiScaling.areas.map(({ key }) => [key, random() * 1.6 - 0.8]));
  const targetPhase = at(PHASES, Math.floor(random() * PHASES.length));
  const submissions = [330, 190, 40].map((days, step) => {
    // One unit in five begins with a quick assessment: not everything can be compared with what was before.
    const depth: Depth = step === 0 && index % 5 === 0 ? "quick" : "full";
    const level = (area: string) => strength + (leanings.get(area) ?? 0) + step * 0.3;
    return {
      submittedAt: new Date(GENERATED_AT.getTime() - (days - Math.floor(random() * 30)) * DAY),
      assessment: {
        framework: `${aiScaling.key}@${aiScaling.version}`,
        depth,
        targetPhase,
        unit,
        suitability: suitabilityOf(random, strength),
        acceptedActions: [],
        respondents: [{ name: "Assessor", answers: answersOf(depth, level, random) }],
      },
    };
  });
  return { ...unit, region, industry, submissions };
}

function answersOf(depth: Depth, levelOf: (area: string) => number, random: () => number) {
  const answers: Record<string, Answer> = {};
  for (const area of askedFramework(aiScaling, depth).areas) {
    for (const { key } of area.capabilities.flatMap(({ questions }) => questions)) {
      answers[key] = answerOf(levelOf(area.key), random);
    }
  }
  return answers;
}

function answerOf(mean: number, random: () => number): Answer {
  const kind = random();
  if (kind < 0.04) return { dontKnow: true };
  if (kind < 0.06) {
    return { notApplicable: at(NOT_APPLICABLE_REASONS, Math.floor(random() * 100)), note: "Not run here." };
  }
  const level = at(LEVELS, Math.min(4, Math.max(0, Math.round(mean + random() * 2 - 2))));
  if (kind < 0.2) return { level, note: "Seen in the quarterly review with the platform team." };
  if (kind < 0.4)
    return { level, evidence: ["https://intranet.example.com/register"], certainty: "verified" };
  return kind < 0.5 ? { level, certainty: "guess" } : { level };
}

function suitabilityOf(random: () => number, strength: number): Suitability {
  const answer = () => (random() * 4 < strength ? "yes" : random() < 0.7 ? "partly" : "no");
  return {
    conditions: Object.fromEntries(CONDITIONS.map((key) => [key, answer()])),
    warnings: Object.fromEntries(WARNINGS.map((key) => [key, random() < 0.08])),
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("Expected at least one item.");
  return item;
}

/** Numbers from 0 to below 1, the same for the same seed (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
