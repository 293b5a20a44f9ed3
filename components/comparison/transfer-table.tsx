import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { InParts } from "@/components/ui/in-turn";
import { TextLink } from "@/components/ui/text-link";
import type { Teacher, Transfer } from "@/lib/comparison/transfers";
import { formatLevel, formatScore } from "@/lib/format/number";
import { type ComparisonView, unitHref } from "./comparison-view";

const FIRST = 15;
const MORE_MAX = 150;
const TEACHERS_MAX = 3;

type Props = { comparison: ComparisonView; transfers: readonly Transfer[] };

export function TransferTable({ comparison, transfers }: Props) {
  if (transfers.length === 0) {
    return <p className="text-muted">No unit has what another one lacks.</p>;
  }
  const more = transfers.slice(FIRST, FIRST + MORE_MAX);
  const rest = transfers.length - FIRST - more.length;
  return (
    <div className="flex flex-col gap-2">
      <Pairs label="Who can teach whom" comparison={comparison} transfers={transfers.slice(0, FIRST)} />
      {more.length > 0 ? (
        <Disclosure summary={`Show ${more.length} more`}>
          <Pairs label="Who else can teach whom" comparison={comparison} transfers={more} />
          {rest > 0 ? <p className="mt-2 text-muted">{rest} more are worth less than these.</p> : null}
        </Disclosure>
      ) : null}
    </div>
  );
}

function Pairs({ label, comparison: { organization, titleOf }, transfers }: Props & { label: string }) {
  return (
    <DataTable label={label} stacked>
      <thead>
        <tr>
          <th scope="col">Capability</th>
          <th scope="col">Who learns</th>
          <th scope="col">Who can teach</th>
          <th scope="col">Gain</th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        <InParts items={transfers}>
          {({ capability, learner, level, required, gain, teachers }) => (
            <tr key={`${capability} ${learner.id}`}>
              <th scope="row" className="min-w-40 font-normal">
                {titleOf(capability)}
              </th>
              <td data-label="Learns:" className="wide min-w-48">
                <TextLink href={unitHref(organization, learner.id)} prefetch={false}>
                  {learner.name}
                </TextLink>
                <span className="block text-muted">
                  {level === null ? "level unknown" : `level ${formatLevel(level)}`}, needs {required}
                </span>
              </td>
              <td data-label="Can teach:" className="wide min-w-48">
                <Teachers organization={organization} teachers={teachers} />
              </td>
              <td data-label="Gain">{formatScore(gain)}</td>
            </tr>
          )}
        </InParts>
      </tbody>
    </DataTable>
  );
}

function Teachers({ organization, teachers }: { organization: string; teachers: readonly Teacher[] }) {
  const [best, ...others] = teachers;
  if (!best) return null;
  const named = others
    .slice(0, TEACHERS_MAX - 1)
    .map(({ unit, level }) => `${unit.name} (${formatLevel(level)})`);
  const rest = others.length - named.length;
  return (
    <>
      <TextLink href={unitHref(organization, best.unit.id)} prefetch={false}>
        {best.unit.name}
      </TextLink>{" "}
      (level {formatLevel(best.level)})
      {named.length > 0 ? (
        <span className="block text-muted">
          also {named.join(", ")}
          {rest > 0 ? ` and ${rest} more` : ""}
        </span>
      ) : null}
    </>
  );
}
