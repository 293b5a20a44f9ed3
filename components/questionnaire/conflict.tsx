import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type Entry, shownValue } from "@/lib/answer-queue/entry";
import { formatClock } from "@/lib/format/clock";

/** Two values for one question, side by side. Neither is lost until a person has chosen. */
export function Conflict<Value>({
  entry,
  show,
  onChoose,
}: {
  entry: Entry<Value>;
  show: (value: Value | null) => ReactNode;
  onChoose: (side: "mine" | "stored") => void;
}) {
  const { conflict } = entry;
  if (!conflict) return null;
  const when = conflict.savedAt > 0 ? `, saved ${formatClock(new Date(conflict.savedAt))}` : "";
  const sides = [
    { side: "mine", title: "Yours, not saved yet", value: shownValue(entry), button: "Keep mine" },
    { side: "stored", title: `The stored one${when}`, value: conflict.value, button: "Keep the stored one" },
  ] as const;
  return (
    <Callout tone="warning" title="This answer was also changed elsewhere. Choose which one stays.">
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        {sides.map(({ side, title, value, button }) => (
          <section key={side} aria-label={title} className="flex flex-col items-start gap-2">
            <h4 className="font-semibold">{title}</h4>
            {show(value)}
            <Button variant="secondary" className="mt-auto" onClick={() => onChoose(side)}>
              {button}
            </Button>
          </section>
        ))}
      </div>
    </Callout>
  );
}
