import { Callout } from "@/components/ui/callout";
import { formatCount } from "@/lib/format/number";
import type { Fault } from "@/lib/import/answer";

const SHOWN = 100;

export function ImportFaults({ faults }: { faults: readonly Fault[] }) {
  return (
    <div role="alert">
      <Callout tone="danger" title="This cannot be imported. Nothing was stored.">
        <ul className="list-disc pl-5">
          {faults.slice(0, SHOWN).map(({ place, text }) => (
            <li key={`${place} ${text}`} className="wrap-anywhere">
              <strong>{place}:</strong> {text}
            </li>
          ))}
        </ul>
        {faults.length > SHOWN ? <p>And {formatCount(faults.length - SHOWN, "fault")} more.</p> : null}
      </Callout>
    </div>
  );
}
