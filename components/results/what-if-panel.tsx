"use client";

import { createParser, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { OutcomeBadge } from "@/components/units/outcome-badge";
import { evaluate } from "@/lib/evaluation/evaluate";
import { type TriedLevels, withLevels } from "@/lib/evaluation/what-if";
import { formatChange } from "@/lib/format/change";
import { formatLevel, formatScore } from "@/lib/format/number";
import { askedFramework } from "@/lib/framework/depth";
import { type Framework, LEVELS, type Level } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Result } from "@/lib/scoring/result";

/** `budget:4,people:3`; anything else in the address is passed over. */
const triedLevels = createParser<TriedLevels>({
  parse: (text) =>
    Object.fromEntries(
      text.split(",").flatMap((part): [string, Level][] => {
        const [key, digit] = part.split(":");
        const level = LEVELS.find((known) => String(known) === digit);
        return key && level ? [[key, level]] : [];
      }),
    ),
  serialize: (tried) =>
    Object.entries(tried)
      .map(([key, level]) => `${key}:${level}`)
      .join(","),
});

export function WhatIfPanel({ framework, assessment }: { framework: Framework; assessment: Assessment }) {
  const [tried, setTried] = useQueryState("whatIf", triedLevels.withDefault({}));
  const before = evaluate(framework, assessment);
  const after = evaluate(framework, withLevels(framework, assessment, tried));
  const count = Object.keys(tried).length;
  const set = (key: string, level: Level | null) => {
    const { [key]: _, ...others } = tried;
    const next = level === null ? others : { ...others, [key]: level };
    void setTried(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <div className="flex w-full flex-col gap-6">
      <Outcome before={before} after={after} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" disabled={count === 0} onClick={() => void setTried(null)}>
          Reset
        </Button>
        <span className="text-muted">
          {count === 0
            ? "Nothing tried yet"
            : count === 1
              ? "1 capability tried"
              : `${count} capabilities tried`}
        </span>
      </div>
      {askedFramework(framework, assessment.depth).areas.map((area) => (
        <fieldset key={area.key} className="flex flex-col gap-2">
          <legend className="mb-2 text-lg font-semibold">{area.title}</legend>
          {area.capabilities.map(({ key, title }) => {
            const now = before.areas
              .flatMap(({ capabilities }) => capabilities)
              .find((own) => own.key === key);
            return (
              <label
                key={key}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1"
              >
                <span>
                  {title}{" "}
                  <span className="text-muted">
                    (now {formatLevel(now?.level ?? null)}, required {now?.required})
                  </span>
                </span>
                <select
                  value={tried[key] ?? ""}
                  onChange={(event) =>
                    set(key, LEVELS.find((level) => String(level) === event.target.value) ?? null)
                  }
                  className="min-h-11 rounded-md border border-line-strong bg-surface px-2 text-base"
                >
                  <option value="">As answered</option>
                  {LEVELS.map((level) => (
                    <option key={level} value={level}>
                      Level {level}
                    </option>
                  ))}
                </select>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

function Outcome({ before, after }: { before: Result; after: Result }) {
  const severe = ({ risks }: Result) =>
    risks.filter(({ rating }) => rating === "high" || rating === "veryHigh").length;
  const change = (now: number | null, then: number | null) =>
    formatChange(now === null || then === null ? null : now - then);
  return (
    <dl
      aria-live="polite"
      className="sticky top-0 z-10 grid grid-cols-2 gap-x-6 gap-y-2 rounded-lg border border-line-strong bg-surface p-4 sm:grid-cols-4"
    >
      <div>
        <dt className="text-muted">Verdict</dt>
        <dd>
          <OutcomeBadge outcome={after.verdict.outcome} />
        </dd>
      </div>
      <div>
        <dt className="text-muted">Readiness</dt>
        <dd className="tabular-nums">
          <strong data-figure="what-if-readiness">{formatScore(after.readiness.value)}</strong>{" "}
          <span className="text-muted">{change(after.readiness.value, before.readiness.value)}</span>
        </dd>
      </div>
      <div>
        <dt className="text-muted">Score</dt>
        <dd className="tabular-nums">
          <strong>{formatScore(after.score.value)}</strong>{" "}
          <span className="text-muted">{change(after.score.value, before.score.value)}</span>
        </dd>
      </div>
      <div>
        <dt className="text-muted">High risks, gaps</dt>
        <dd className="tabular-nums">
          <strong>
            {severe(after)}, {after.gaps.length}
          </strong>{" "}
          <span className="text-muted">
            was {severe(before)}, {before.gaps.length}
          </span>
        </dd>
      </div>
    </dl>
  );
}
