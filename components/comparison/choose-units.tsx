"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Checkbox } from "@/components/ui/field";
import { InParts } from "@/components/ui/in-turn";
import { CHOSEN_MAX } from "@/lib/comparison/view";
import { HiddenView } from "./hidden-view";
import { OnlyInSight } from "./only-in-sight";
import { viewParsers } from "./view-address";

/** Ticks for the units to lay over each other; at most four, each takes effect at once where there is script. */
export function ChooseUnits({
  action,
  units,
  all,
}: {
  /** The path of the page. */
  action: string;
  units: readonly { id: string; name: string }[];
  /** False: there are more units than these. */
  all: boolean;
}) {
  const [pending, startTransition] = useTransition();
  const [view, setView] = useQueryStates(viewParsers, { shallow: false, scroll: false, startTransition });
  const chosen = units.filter(({ id }) => view.chosen.includes(id)).map(({ id }) => id);
  const full = chosen.length >= CHOSEN_MAX;
  return (
    <Disclosure
      summary={`Choose units to lay over each other: ${chosen.length} of ${CHOSEN_MAX}`}
      className="print:hidden"
    >
      <form
        action={`${action}#overlay`}
        className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      >
        <HiddenView view={view} except={["chosen"]} />
        <fieldset>
          <legend className="font-medium">Units, {CHOSEN_MAX} at most</legend>
          {all ? null : <OnlyInSight />}
          <div className="grid max-h-80 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
            <InParts items={units}>
              {({ id, name }) => (
                <Checkbox
                  key={id}
                  id={`chosen-${id}`}
                  name="chosen"
                  value={id}
                  label={<span className="font-normal">{name}</span>}
                  checked={chosen.includes(id)}
                  disabled={full && !chosen.includes(id)}
                  onChange={({ target }) =>
                    setView({
                      chosen: target.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                    })
                  }
                />
              )}
            </InParts>
          </div>
        </fieldset>
        <p role="status" className="text-muted">
          {pending ? "Updating" : full ? `${CHOSEN_MAX} are chosen. Untick one to choose another.` : ""}
        </p>
        <noscript>
          <Button type="submit" variant="secondary">
            Lay over each other
          </Button>
        </noscript>
      </form>
    </Disclosure>
  );
}
