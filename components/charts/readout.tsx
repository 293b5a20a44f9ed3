import { formatValue, type ValueFormat } from "./format";

type ReadoutProps = {
  title: string;
  entries: readonly { name: string; value: number | null }[];
  format: ValueFormat;
};

/** The values at one place of a live chart, spoken as they change. */
export function Readout({ title, entries, format }: ReadoutProps) {
  return (
    <div role="status" className="rounded-md border border-line-strong bg-surface px-3 py-2 text-sm">
      <p className="font-semibold">{title}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 tabular-nums">
        {entries.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-right">{formatValue(value, format)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
