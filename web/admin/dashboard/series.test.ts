import { describe, expect, test } from 'bun:test';
import type { Figures } from '../../../protocol/admin-objects.ts';
import { dots, gridLines, peak, toSeries } from './series.ts';

const START_MS = Date.parse('2026-05-01T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

const read = (figures: Figures) => figures.messages;

function at(minute: number, messages: number, daysEarlier = 0): Figures {
  return {
    at: new Date(START_MS + minute * MINUTE_MS - daysEarlier * DAY_MS).toISOString(),
    sessions: 0,
    connected: 0,
    rooms: 0,
    messages_stored: 0,
    messages,
    open_reports: 0,
    refused: 0,
    memory_bytes: 0,
    event_loop_delay_ms: 0,
    database_bytes: 0,
  };
}

describe('a chart', () => {
  test('puts the day before under the same minute', () => {
    const series = toSeries([at(0, 5), at(1, 6)], [at(0, 3, 1), at(1, 4, 1)], read);
    expect(series.values).toEqual([5, 6]);
    expect(series.before).toEqual([3, 4]);
    expect(series.atMs).toEqual([START_MS, START_MS + MINUTE_MS]);
  });

  test('has a gap where the server was down', () => {
    const series = toSeries([at(0, 5), at(1, 6), at(9, 7), at(10, 8)], [], read);
    expect(series.values).toEqual([5, 6, null, 7, 8]);
  });

  test('has no gap where a note came some seconds late', () => {
    const series = toSeries([at(0, 5), at(1, 6), at(2.3, 7), at(3, 8)], [], read);
    expect(series.values).toEqual([5, 6, 7, 8]);
  });

  test('goes on with the day before where the server is down today', () => {
    const before = [0, 1, 2, 3, 4].map((minute) => at(minute, minute, 1));
    const series = toSeries([at(0, 5), at(1, 6), at(4, 7)], before, read);
    expect(series.values).toEqual([5, 6, null, null, 7]);
    expect(series.before).toEqual([0, 1, 2, 3, 4]);
  });

  test('has a gap in the day before where the server was down then', () => {
    const series = toSeries([at(0, 5), at(1, 6), at(2, 7), at(3, 7)], [at(0, 1, 1), at(3, 2, 1)], read);
    expect(series.before).toEqual([1, null, null, 2]);
  });

  test('is empty on a new server', () => {
    expect(toSeries([], [], read)).toEqual({ atMs: [], values: [], before: [] });
  });

  test('marks the last value, and values without a neighbour', () => {
    expect(dots([1, 2, 3])).toEqual([2]);
    expect(dots([1, null, 2, 3, null])).toEqual([0, 3]);
    expect(dots([null])).toEqual([]);
  });

  test('draws its lines at round numbers', () => {
    expect(gridLines(457)).toEqual([0, 200, 400, 600]);
    expect(gridLines(1_490)).toEqual([0, 500, 1_000, 1_500]);
    expect(gridLines(2)).toEqual([0, 1, 2, 3]);
    expect(gridLines(0)).toEqual([0, 1, 2, 3]);
  });

  test('knows its peak', () => {
    expect(peak([at(0, 2), at(1, 9), at(2, 4)], read)).toEqual({ value: 9, atMs: START_MS + MINUTE_MS });
    expect(peak([], read)).toBeNull();
  });
});
