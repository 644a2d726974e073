import type { Range } from '../queries.ts';
import type { Series } from './series.ts';
import { printMoment } from './times.ts';

interface ChartTableProps {
  title: string;
  series: Series;
  range: Range;
  print: (value: number) => string;
}

/** It scrolls, so the keyboard must be able to get there. */
const REACHABLE = { tabIndex: 0 };

/** What a chart draws, in words and newest first. */
export function ChartTable({ title, series, range, print }: ChartTableProps) {
  const rows = series.atMs.map((atMs, index) => ({
    atMs,
    value: series.values[index] ?? null,
    before: series.before[index] ?? null,
  }));
  const hasBefore = range !== '7d';
  return (
    <section
      aria-label={`${title}, as a table`}
      {...REACHABLE}
      className="h-[12.25rem] overflow-auto [scrollbar-width:thin] max-sm:h-[9.5rem]"
    >
      <table className="w-full text-right text-xs tabular-nums">
        <thead>
          <tr className="*:sticky *:top-0 *:h-7 *:bg-surface *:font-medium *:text-ink-2">
            <th scope="col" className="text-left">
              Time
            </th>
            <th scope="col">{title}</th>
            {hasBefore && <th scope="col">Day before</th>}
          </tr>
        </thead>
        <tbody>
          {rows.reverse().map(({ atMs, value, before }) => (
            <tr key={atMs} className="*:h-6 *:border-t *:border-line">
              <th scope="row" className="text-left font-normal text-ink-2">
                {printMoment(atMs, range)}
              </th>
              <td>{value === null ? <Nothing /> : print(value)}</td>
              {hasBefore && <td className="text-ink-2">{before === null ? <Nothing /> : print(before)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">nothing noted</span>
    </>
  );
}
