import { Callout } from "@/components/ui/callout";
import type { FieldValue, Meanwhile } from "@/lib/forms/overtaken";

export type FieldWords<Values> = {
  [Name in keyof Values]: { label: string; words?: Readonly<Record<string, string>> };
};

/** What somebody else has stored while a form was open, beside what stands in it. */
export function StoredMeanwhile<Values extends Record<string, FieldValue>>({
  meanwhile,
  values,
  words,
}: {
  meanwhile: Meanwhile<Values>;
  values: Values;
  words: FieldWords<Values>;
}) {
  const names = (Object.keys(words) as (keyof Values & string)[]).filter((name) => meanwhile[name]);
  if (names.length === 0) return null;
  return (
    <div role="alert">
      <Callout
        tone="warning"
        title="Somebody has changed this since you opened it. Nothing of yours is stored yet."
      >
        <p>Look at both, change below what you want, and save again: what stands in the form then holds.</p>
        <dl className="mt-3 flex flex-col gap-3">
          {names.map((name) => (
            <div key={name}>
              <dt>
                <a href={`#${name}`} className="font-medium underline underline-offset-3">
                  {words[name].label}
                </a>
              </dt>
              <dd className="wrap-anywhere whitespace-pre-line">
                Stored now: {inWords(meanwhile[name]?.stored, words[name].words)}
              </dd>
              <dd className="wrap-anywhere whitespace-pre-line">
                {meanwhile[name]?.takenOver
                  ? "In the form: the same. You had not changed it."
                  : `In the form: ${inWords(values[name], words[name].words)}`}
              </dd>
            </div>
          ))}
        </dl>
      </Callout>
    </div>
  );
}

function inWords(value: FieldValue | undefined, words: Readonly<Record<string, string>> = {}): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const texts = typeof value === "string" ? [value] : (value ?? []);
  return (
    texts
      .filter(Boolean)
      .map((text) => words[text] ?? text)
      .join(", ") || "nothing"
  );
}
