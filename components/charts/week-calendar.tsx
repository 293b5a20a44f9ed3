import { ChartFigure, type FigureProps } from "./figure";
import { ticksOf } from "./gantt";
import { AxisRow, ChartRow, ChartRows, RowBar, RowGroup } from "./rows";

export type CalendarRow = {
  key: string;
  label: string;
  /** Runs of whole weeks from 1, both ends included, rising. */
  runs: readonly { startWeek: number; endWeek: number }[];
  /** The weeks in words. */
  when: string;
};

export type WeekCalendarProps = FigureProps & {
  groups: readonly { name: string; rows: readonly CalendarRow[] }[];
  weeks: number;
  names: { group: string; row: string; when: string };
};

/** What takes place in which weeks, and what recurs. */
export function WeekCalendar({ groups, weeks, names, ...figure }: WeekCalendarProps) {
  const ticks = ticksOf(weeks);
  const rows = groups.flatMap((group) => group.rows);
  const table = {
    head: [names.row, names.group, names.when],
    rows: groups.flatMap(({ name, rows: own }) => own.map(({ label, when }) => [label, name, when])),
  };
  const summary = `${rows.length} in ${weeks} weeks.`;
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={table}>
      {() => (
        <ChartRows>
          {groups.map(({ name, rows: own }) => (
            <RowGroup key={name} name={name}>
              {own.map(({ key, label, runs, when }) => (
                <ChartRow
                  key={key}
                  label={label}
                  figure={<span className="font-normal">{when}</span>}
                  ticks={ticks}
                >
                  {runs.map(({ startWeek, endWeek }) => (
                    <RowBar
                      key={startWeek}
                      x={((startWeek - 1) / weeks) * 100}
                      width={((endWeek - startWeek + 1) / weeks) * 100}
                      className="fill-series-1 stroke-surface stroke-2"
                    />
                  ))}
                </ChartRow>
              ))}
            </RowGroup>
          ))}
          <AxisRow ticks={ticks} format="level" />
        </ChartRows>
      )}
    </ChartFigure>
  );
}
