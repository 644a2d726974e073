import { useId, useMemo, useState } from 'react';
import type { Figures } from '../../../protocol/admin-objects.ts';
import { classes } from '../../ui/classes.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useMedia } from '../../ui/media.ts';
import { useTheme } from '../../ui/theme.ts';
import type { Range, Stats } from '../queries.ts';
import { ChartTable } from './chart-table.tsx';
import { PlotBoundary } from './plot-boundary.tsx';
import { toSeries } from './series.ts';

// Apart, so that the numbers don't wait for the library that draws, nor fall with it.
const Plot = lazyPart(
  () => import('./plot.tsx'),
  (module) => module.Plot,
);

const RANGE_WORDS: Record<Range, string> = { '1h': 'Last hour', '24h': 'Last 24 h', '7d': 'Last 7 d' };

interface ChartProps {
  title: string;
  stats: Stats;
  range: Range;
  /** Both stay the same function from draw to draw. */
  read: (at: Figures) => number;
  print: (value: number) => string;
}

/** One number over time, as a line or as a table. */
export function Chart({ title, stats, range, read, print }: ChartProps) {
  const heading = useId();
  const [asTable, setAsTable] = useState(false);
  const { points, before } = stats;
  const series = useMemo(() => toSeries(points, before, read), [points, before, read]);
  const theme = useTheme();
  const forced = useMedia('(forced-colors: active)');
  const table = <ChartTable title={title} series={series} range={range} print={print} />;
  return (
    <section aria-labelledby={heading} className="min-w-0 rounded-lg border border-line-2 px-3.5 pt-2 pb-2.5">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3.5 text-xs text-ink-2">
        <h2 id={heading} className="mr-auto text-sm font-semibold text-ink">
          {title}
        </h2>
        {!asTable && (
          <span className="flex gap-3.5 max-sm:order-last max-sm:basis-full">
            <Key className="border-solid border-accent">{RANGE_WORDS[range]}</Key>
            {before.length > 0 && <Key className="border-dotted border-control">Day before</Key>}
          </span>
        )}
        <button
          type="button"
          onClick={() => setAsTable(!asTable)}
          className="touch-target min-h-6 text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </button>
      </div>
      {asTable ? (
        table
      ) : (
        <div className="h-[12.25rem] max-sm:h-[9.5rem]">
          <PlotBoundary instead={table}>
            <Plot
              key={`${theme} ${forced}`}
              label={title}
              series={series}
              range={range}
              untilMs={Date.parse(stats.now.at)}
              print={print}
            />
          </PlotBoundary>
        </div>
      )}
    </section>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={classes('w-3.5 border-t-2', className)} />
      {children}
    </span>
  );
}
