import { Callout } from "@/components/ui/callout";
import type { Faults } from "@/lib/csv/faults";
import { formatCount } from "@/lib/format/number";

/** A person mends some and sends the file anew. */
const SHOWN = 50;

export function ImportFaults({ faults, more }: Faults) {
  const rest = Math.max(0, faults.length - SHOWN) + more;
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
        {rest > 0 ? <p>And {formatCount(rest, "more fault")}.</p> : null}
      </Callout>
    </div>
  );
}
