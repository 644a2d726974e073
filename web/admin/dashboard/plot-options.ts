/** How uPlot draws the panel's charts: one accent line with a light ground, a dotted line for the day before, four lines across. */
import type uPlot from 'uplot';
import type { Range } from '../queries.ts';
import { readColours } from './plot-colours.ts';
import { dots, gridLines, RANGE_MS, type Series } from './series.ts';
import { printMark } from './times.ts';

/** Where the crosshair stands. */
export interface Crosshair {
  /** Of the series. */
  index: number;
  /** Pixels from the left of the plot's box. */
  left: number;
}

interface PlotLook {
  width: number;
  height: number;
  range: Range;
  print: (value: number) => string;
  /** What is drawn now; it changes while the plot stays. */
  shown: () => { series: Series; untilMs: number };
  onCrosshair: (crosshair: Crosshair | null) => void;
}

const Y_AXIS_PX = 42;
const X_AXIS_PX = 24;
const NOW_SERIES = 2;

/** The columns in the order of `plotOptions`: the day before lies below. */
export const toData = ({ atMs, before, values }: Series): uPlot.AlignedData => [
  atMs.map((ms) => ms / 1_000),
  before,
  values,
];

export function plotOptions({ width, height, range, print, shown, onCrosshair }: PlotLook): uPlot.Options {
  const colours = readColours();
  const style = getComputedStyle(document.documentElement);
  const font = `${0.6875 * Number.parseFloat(style.fontSize)}px ${style.fontFamily}`;
  const dot = { size: 9, fill: colours.line, stroke: colours.ground, width: 2 };
  return {
    width,
    height,
    padding: [8, 6, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { ...dot, size: (_plot, series) => (series === NOW_SERIES ? dot.size : 0) },
    },
    scales: {
      x: { time: true, range: () => [(shown().untilMs - RANGE_MS[range]) / 1_000, shown().untilMs / 1_000] },
      y: { range: (_plot, _least, greatest) => [0, gridLines(greatest ?? 0)[3] ?? 1] },
    },
    axes: [
      {
        stroke: colours.words,
        font,
        size: X_AXIS_PX,
        gap: 6,
        space: 68,
        grid: { show: false },
        ticks: { show: false },
        values: (_plot, splits) => splits.map((seconds) => printMark(seconds * 1_000, range)),
      },
      {
        stroke: colours.words,
        font,
        size: Y_AXIS_PX,
        gap: 8,
        splits: (_plot, _axis, _least, greatest) => [0, greatest / 3, (2 * greatest) / 3, greatest],
        grid: { stroke: colours.grid, width: 1 },
        ticks: { show: false },
        values: (_plot, splits) => splits.map(print),
      },
    ],
    series: [
      {},
      { stroke: colours.before, width: 1.5, dash: [1, 3.5], cap: 'round', points: { show: false } },
      {
        stroke: colours.line,
        fill: colours.area,
        width: 1.75,
        points: { ...dot, show: true, filter: () => dots(shown().series.values) },
      },
    ],
    hooks: {
      setCursor: [
        (plot) => {
          const { idx, left = -1 } = plot.cursor;
          const isOn = idx !== null && idx !== undefined && left >= 0;
          onCrosshair(isOn ? { index: idx, left: left + Y_AXIS_PX } : null);
        },
      ],
    },
  };
}
