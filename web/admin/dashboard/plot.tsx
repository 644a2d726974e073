import 'uplot/dist/uPlot.min.css';
import './plot.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { Range } from '../queries.ts';
import { type Crosshair, plotOptions, toData } from './plot-options.ts';
import type { Series } from './series.ts';
import { printMoment } from './times.ts';

interface PlotProps {
  /** What is counted: read out with the value under the crosshair. */
  label: string;
  series: Series;
  range: Range;
  /** The right end. */
  untilMs: number;
  print: (value: number) => string;
}

/** A line over time. ← and → move the crosshair, Home and End take it to the ends; it says the value there. */
export function Plot({ label, series, range, untilMs, print }: PlotProps) {
  const [crosshair, setCrosshair] = useState<Crosshair | null>(null);
  const { box, plot } = usePlot({ series, range, untilMs, print, onCrosshair: setCrosshair });
  const last = series.atMs.length - 1;
  const index = Math.min(crosshair?.index ?? last, last);

  const press = (event: KeyboardEvent) => {
    const next = target(event.key, crosshair === null ? null : index, last);
    const atMs = next === null ? undefined : series.atMs[next];
    if (next === null || atMs === undefined || plot.current === null) return;
    event.preventDefault();
    const value = series.values[next] ?? series.before[next] ?? 0;
    plot.current.setCursor({
      left: plot.current.valToPos(atMs / 1_000, 'x'),
      top: plot.current.valToPos(value, 'y'),
    });
  };

  return (
    <div className="plot relative h-full">
      <div
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={`${label}, point in time`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={sayAt(series, index, range, print)}
        onKeyDown={press}
        onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
        className="absolute inset-0 rounded-sm"
      />
      {crosshair !== null && <Tip series={series} range={range} print={print} {...crosshair} index={index} />}
    </div>
  );
}

function target(key: string, index: number | null, last: number): number | null {
  if (key === 'ArrowLeft') return Math.max(0, (index ?? last + 1) - 1);
  if (key === 'ArrowRight') return Math.min(last, (index ?? -1) + 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}

interface TipProps extends Crosshair {
  series: Series;
  range: Range;
  print: (value: number) => string;
}

function Tip({ series, range, print, index, left }: TipProps) {
  const value = series.values[index] ?? null;
  const before = series.before[index] ?? null;
  const isRight = index > series.atMs.length / 2;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-1.5 rounded-sm bg-tip px-2 py-1 text-xs whitespace-nowrap text-on-tip tabular-nums forced-colors:border"
      style={isRight ? { right: `calc(100% - ${left}px + 10px)` } : { left: `${left + 10}px` }}
    >
      {printMoment(series.atMs[index] ?? 0, range)} <b>{value === null ? 'nothing noted' : print(value)}</b>
      {before !== null && <span className="opacity-80"> · day before {print(before)}</span>}
    </div>
  );
}

function sayAt(series: Series, index: number, range: Range, print: (value: number) => string): string {
  const value = series.values[index] ?? null;
  const before = series.before[index] ?? null;
  const now = value === null ? 'nothing noted' : print(value);
  const then = before === null ? '' : `, day before ${print(before)}`;
  return `${printMoment(series.atMs[index] ?? 0, range)}: ${now}${then}`;
}

interface Drawn extends Omit<PlotProps, 'label'> {
  onCrosshair: (crosshair: Crosshair | null) => void;
}

/** Keeps a canvas in step with what it shows. Its colours are those of its beginning: a new theme takes a new plot. */
function usePlot({ series, range, untilMs, print, onCrosshair }: Drawn) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const shown = useRef({ series, untilMs });
  shown.current = { series, untilMs };

  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const drawn = new uPlot(
      plotOptions({
        width: place.clientWidth,
        height: place.clientHeight,
        range,
        print,
        shown: () => shown.current,
        onCrosshair,
      }),
      toData(shown.current.series),
      place,
    );
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: place.clientWidth, height: place.clientHeight }));
    resized.observe(place);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [range, print, onCrosshair]);

  useEffect(() => plot.current?.setData(toData(series)), [series]);

  return { box, plot };
}
