/** What a chart draws, from what the server noted of itself. Pure. */
import type { Figures } from '../../../protocol/admin-objects.ts';
import type { Range } from '../queries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const RANGE_MS: Record<Range, number> = { '1h': 60 * MINUTE_MS, '24h': DAY_MS, '7d': 7 * DAY_MS };

/** Columns of one length, ascending in time. Null where nothing was noted: the server was down, or wasn't there yet. */
export interface Series {
  atMs: number[];
  values: (number | null)[];
  /** The same, a day earlier. */
  before: (number | null)[];
}

interface Sample {
  atMs: number;
  value: number;
}

/** Puts the day before under the points. Times of it that have no point get a row of their own, so it goes on where the server is silent. */
export function toSeries(
  points: readonly Figures[],
  before: readonly Figures[],
  read: (at: Figures) => number,
): Series {
  const now = points.map((figures) => ({ atMs: Date.parse(figures.at), value: read(figures) }));
  const then = before.map((figures) => ({ atMs: Date.parse(figures.at) + DAY_MS, value: read(figures) }));
  const stepMs = usualStep(now.length > 1 ? now : then);
  const lone = then.filter(({ atMs }) => nearest(now, atMs, stepMs) === null);
  const rows = [
    ...now.map(({ atMs, value }) => ({ atMs, value, before: nearest(then, atMs, stepMs) })),
    ...lone.map(({ atMs, value }) => ({ atMs, value: null, before: value })),
    ...holes(now, stepMs).map((atMs) => ({ atMs, value: null, before: null })),
  ].sort((one, other) => one.atMs - other.atMs);
  // A hole beside a row of the day before says nothing new, and would break that line.
  const kept = rows.filter(
    (row, index) => row.value !== null || row.before !== null || !(isLone(rows[index - 1]) || isLone(rows[index + 1])),
  );
  return {
    atMs: kept.map((row) => row.atMs),
    values: kept.map((row) => row.value),
    before: kept.map((row) => row.before),
  };
}

const isLone = (row: { value: number | null; before: number | null } | undefined) =>
  row !== undefined && row.value === null && row.before !== null;

/** The time between two notes, as it mostly is. */
function usualStep(samples: readonly Sample[]): number {
  const steps = samples.slice(1).map(({ atMs }, index) => atMs - (samples[index]?.atMs ?? atMs));
  steps.sort((one, other) => one - other);
  return Math.max(MINUTE_MS, steps[Math.floor((steps.length - 1) / 2)] ?? MINUTE_MS);
}

/** Just after each note that isn't followed by one in time. */
function holes(samples: readonly Sample[], stepMs: number): number[] {
  return samples.flatMap(({ atMs }, index) => {
    const next = samples[index + 1];
    return next !== undefined && next.atMs - atMs > 1.5 * stepMs ? [atMs + stepMs / 2] : [];
  });
}

/** The value noted at about that time; null where there is none within three quarters of a step. `samples` ascend. */
function nearest(samples: readonly Sample[], atMs: number, stepMs: number): number | null {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  const candidates = [samples[low - 1], samples[low]].filter((sample) => sample !== undefined);
  const close = candidates.filter((sample) => Math.abs(sample.atMs - atMs) <= 0.75 * stepMs);
  close.sort((one, other) => Math.abs(one.atMs - atMs) - Math.abs(other.atMs - atMs));
  return close[0]?.value ?? null;
}

/** Where a line would be too short to be seen: a value without a neighbour; and the last one. */
export function dots(values: readonly (number | null)[]): number[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    return alone || index === last ? [index] : [];
  });
}

/** Four lines from 0 to above the greatest: `457` → 0, 200, 400, 600. */
export function gridLines(greatest: number): number[] {
  const least = Math.max(1, greatest / 3);
  const power = 10 ** Math.floor(Math.log10(least));
  const line = [1, 2, 5, 10].map((times) => times * power).find((candidate) => candidate >= least) ?? least;
  return [0, line, 2 * line, 3 * line];
}

/** The greatest of them and when it was; null where there is none. */
export function peak(
  figures: readonly Figures[],
  read: (at: Figures) => number,
): { value: number; atMs: number } | null {
  let greatest: Figures | null = null;
  for (const each of figures) if (greatest === null || read(each) > read(greatest)) greatest = each;
  return greatest === null ? null : { value: read(greatest), atMs: Date.parse(greatest.at) };
}
