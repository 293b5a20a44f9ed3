import { Callout } from "@/components/ui/callout";
import { formatCount } from "@/lib/format/number";
import type { Faults } from "@/lib/import/faults";

export function ImportFaults({ faults, more }: Faults) {
  return (
    <div role="alert">
      <Callout tone="danger" title="This cannot be imported. Nothing was stored.">
        <ul className="list-disc pl-5">
          {faults.map(({ place, text }) => (
            <li key={`${place} ${text}`} className="wrap-anywhere">
              <strong>{place}:</strong> {text}
            </li>
          ))}
        </ul>
        {more > 0 ? <p>And {formatCount(more, "more fault")}.</p> : null}
      </Callout>
    </div>
  );
}
