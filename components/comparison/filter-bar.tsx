"use client";

import { useQueryStates } from "nuqs";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox, Select, TextField } from "@/components/ui/field";
import { InParts } from "@/components/ui/in-turn";
import { Options } from "@/components/ui/options";
import { TextLink } from "@/components/ui/text-link";
import type { View } from "@/lib/comparison/view";
import { BANDS, OUTCOMES } from "@/lib/scoring/result";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { HiddenView } from "./hidden-view";
import { OnlyInSight } from "./only-in-sight";
import { viewParsers, viewQuery } from "./view-address";

type Option = { id: string; label: string };

type FilterBarProps = {
  /** The path of the page. */
  action: string;
  /** How many units are compared, in words. */
  count: string;
  /** Units with something below them. */
  branches: readonly Option[];
  units: readonly Option[];
  /** False: there are more units than these. */
  allUnits: boolean;
  /** What the framework calls its levels, the lowest first. */
  levels: readonly string[];
};

const FILTERS = ["find", "under", "verdict", "band", "units"] as const satisfies readonly (keyof View)[];

/** Each tick takes effect at once; without script a button sends them all. */
export function FilterBar({ action, count, branches, units, allUnits, levels }: FilterBarProps) {
  const [pending, startTransition] = useTransition();
  const [view, setView] = useQueryStates(viewParsers, { shallow: false, scroll: false, startTransition });
  const active = FILTERS.filter((key) => view[key] !== null && view[key].length > 0);
  // Opens for a shared address; afterwards the person decides.
  const [openAtFirst] = useState(active.length > 0);
  return (
    <search className="flex flex-col gap-1 print:hidden">
      <div className="flex flex-wrap items-center gap-x-6">
        <p role="status" className="font-medium">
          {pending ? "Updating" : count}
        </p>
        {active.length > 0 ? (
          <TextLink
            href={`${action}${viewQuery({ ...view, find: "", page: 1, under: null, verdict: [], band: [], units: [] })}`}
            scroll={false}
            className="inline-flex min-h-11 items-center"
          >
            Remove {active.length === 1 ? "the filter" : `all ${active.length} filters`}
          </TextLink>
        ) : null}
      </div>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <HiddenView view={view} except={["find", "page"]} />
        <div className="w-full max-w-sm">
          <TextField
            id="compare-find"
            name="find"
            type="search"
            label="Find units by name, region or industry"
            defaultValue={view.find}
            key={view.find}
          />
        </div>
        <Button type="submit" variant="secondary">
          Find
        </Button>
      </form>
      <Disclosure summary="Filter the units" open={openAtFirst}>
        <form action={action} className="flex flex-col gap-6 rounded-lg border border-line bg-surface p-4">
          <HiddenView view={view} except={[...FILTERS.filter((key) => key !== "find"), "page"]} />
          <div className="grid gap-6 sm:grid-cols-3">
            <Select
              id="compare-under"
              name="under"
              label="Part of the organization"
              value={view.under ?? ""}
              onChange={({ target }) => setView({ under: target.value || null, page: null })}
            >
              <option value="">All units</option>
              <Options options={branches} />
            </Select>
            <Ticks
              legend="Verdict"
              name="verdict"
              options={OUTCOMES.map((id) => ({ id, label: OUTCOME_WORDS[id] }))}
              ticked={view.verdict}
              onChange={(ids) =>
                setView({ verdict: OUTCOMES.filter((outcome) => ids.includes(outcome)), page: null })
              }
            />
            <Ticks
              legend="Score band"
              name="band"
              options={BANDS.map((id, place) => ({ id, label: levels[place] ?? id }))}
              ticked={view.band}
              onChange={(ids) => setView({ band: BANDS.filter((band) => ids.includes(band)), page: null })}
            />
          </div>
          <Disclosure summary={`Single units: ${view.units.length === 0 ? "all" : view.units.length}`}>
            {allUnits ? null : <OnlyInSight />}
            <Ticks
              legend="Only these units"
              name="units"
              options={units}
              ticked={view.units}
              onChange={(ids) => setView({ units: ids, page: null })}
              className="max-h-80 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3"
            />
          </Disclosure>
          <noscript>
            <Button type="submit" variant="secondary">
              Apply
            </Button>
          </noscript>
        </form>
      </Disclosure>
    </search>
  );
}

function Ticks({
  legend,
  name,
  options,
  ticked,
  onChange,
  className,
}: {
  legend: string;
  name: string;
  options: readonly Option[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
  className?: string;
}) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className={`grid ${className ?? ""}`}>
        <InParts items={options}>
          {({ id, label }) => (
            <Checkbox
              key={id}
              id={`${name}-${id}`}
              name={name}
              value={id}
              label={<span className="font-normal">{label}</span>}
              checked={ticked.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...ticked, id] : ticked.filter((other) => other !== id))
              }
            />
          )}
        </InParts>
      </div>
    </fieldset>
  );
}
