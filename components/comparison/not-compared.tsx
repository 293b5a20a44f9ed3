import { TextLink } from "@/components/ui/text-link";
import type { NotCompared } from "@/lib/comparison/compared-unit";
import { formatDay } from "@/lib/format/date";
import { resultHref, unitHref } from "./comparison-view";

const ROWS_MAX = 60;

/** Units left out of every figure, and why. */
export function NotComparedList({
  organization,
  units,
}: {
  organization: string;
  units: readonly NotCompared[];
}) {
  const rest = units.length - ROWS_MAX;
  return (
    <>
      <ul className="flex flex-col gap-x-8 sm:block sm:columns-2 lg:columns-3">
        {units.slice(0, ROWS_MAX).map((row) => (
          <li key={row.unit.id} className="break-inside-avoid py-1.5">
            <TextLink href={unitHref(organization, row.unit.id)} prefetch={false}>
              {row.unit.name}
            </TextLink>
            <span className="block text-muted">
              {row.reason === "notAssessed" ? (
                "Not assessed"
              ) : (
                <>
                  <TextLink href={resultHref(organization, row.latest.assessmentId)} prefetch={false}>
                    Assessed {formatDay(row.latest.submittedAt)}
                  </TextLink>{" "}
                  with {row.latest.result.framework}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className="text-muted">
          And {rest} more: <TextLink href={`/${organization}/units`}>the list of units</TextLink> says of each
          where it stands.
        </p>
      ) : null}
    </>
  );
}
