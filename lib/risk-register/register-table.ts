import { writeCsv } from "../csv/write";
import { formatIsoDay } from "../format/date";
import { lookUp } from "../framework/lookup";
import { RATING_WORDS } from "../scoring/result-words";
import { DUE_WORDS, dueOf, TREATMENT_WORDS } from "./entry";
import { mitigationsInWords, type Register } from "./register";

const COLUMNS = [
  "unit",
  "risk",
  "title",
  "likelihood",
  "impact",
  "inherent",
  "today",
  "plan",
  "likelihoodPlanned",
  "impactPlanned",
  "planned",
  "treatment",
  "owner",
  "acceptedBy",
  "acceptedUntil",
  "mitigations",
  "notPlanned",
  "contingency",
  "indicator",
  "reviewOn",
  "due",
  "note",
  "revision",
  "changed",
] as const;

export type RegisterRow = Record<(typeof COLUMNS)[number], string | number | null>;

/** A row a risk in the order of the register, as of the day `today`; days in ISO 8601, null where nothing is said. */
export function registerRows(
  { unitName, framework, planName, risks }: Register,
  today: string,
): RegisterRow[] {
  const lookup = lookUp(framework);
  return risks.map((risk) => {
    const { now, outlook, entries } = risk;
    const [entry] = entries;
    const about = lookup.risks.get(now.key);
    const due = entry ? dueOf(entry, today) : null;
    const { mitigations, notPlanned } = mitigationsInWords(framework, risk);
    return {
      unit: unitName,
      risk: now.key,
      title: about?.title ?? now.key,
      likelihood: now.likelihood,
      impact: now.impact,
      inherent: RATING_WORDS[now.inherent],
      today: RATING_WORDS[now.rating],
      plan: outlook && planName,
      likelihoodPlanned: outlook?.planned.likelihood ?? null,
      impactPlanned: outlook?.planned.impact ?? null,
      planned: outlook && RATING_WORDS[outlook.planned.rating],
      treatment: entry?.treatment ? TREATMENT_WORDS[entry.treatment] : null,
      owner: entry?.owner ?? null,
      acceptedBy: entry?.acceptedBy ?? null,
      acceptedUntil: entry?.acceptedUntil ?? null,
      mitigations: mitigations.join("\n"),
      notPlanned: notPlanned.join("\n"),
      contingency: entry?.contingency || (about?.contingency ?? null),
      indicator: entry?.indicator || (about?.indicator ?? null),
      reviewOn: entry?.reviewOn ?? null,
      due: due && DUE_WORDS[due],
      note: entry?.note ?? null,
      revision: entry?.revision ?? 0,
      changed: entry ? formatIsoDay(entry.createdAt) : null,
    };
  });
}

export function registerCsv(register: Register, today: string): string {
  return writeCsv(COLUMNS, registerRows(register, today));
}
