import { expect, test } from 'bun:test';
import { nextOrder } from './column.ts';
import { placeIn, stepFrom } from './row-cursor.ts';
import { stillShown, toggled, toggledAll } from './selection.ts';
import { age, fullTime, shortDay, shortSeconds, shortTime } from './when.ts';

const IDS = ['a', 'b', 'c'];

test('the cursor starts on the first row and stays within the rows', () => {
  expect(placeIn(IDS, null)).toEqual({ id: 'a', index: 0 });
  expect(stepFrom(IDS, null, 'next')?.id).toBe('b');
  expect(stepFrom(IDS, { id: 'c', index: 2 }, 'next')?.id).toBe('c');
  expect(stepFrom(IDS, { id: 'a', index: 0 }, 'previous')?.id).toBe('a');
  expect(stepFrom(IDS, { id: 'b', index: 1 }, 'last')?.id).toBe('c');
  expect(stepFrom(IDS, { id: 'b', index: 1 }, 'first')?.id).toBe('a');
  expect(stepFrom([], null, 'next')).toBeNull();
});

test('the cursor follows its row, and its neighbour takes it when the row goes', () => {
  expect(placeIn(['new', 'a', 'b'], { id: 'b', index: 1 })).toEqual({ id: 'b', index: 2 });
  expect(placeIn(['a', 'c'], { id: 'b', index: 1 })).toEqual({ id: 'c', index: 1 });
  expect(placeIn(['a'], { id: 'c', index: 2 })).toEqual({ id: 'a', index: 0 });
});

test('rows are selected one by one and all at once, and only while they are shown', () => {
  const one = toggled(new Set(), 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggled(one, 'a')]).toEqual([]);
  expect([...toggledAll(one, IDS)]).toEqual(IDS);
  expect([...toggledAll(new Set(IDS), IDS)]).toEqual([]);
  expect([...stillShown(new Set(['a', 'gone']), IDS)]).toEqual(['a']);
  expect(stillShown(one, IDS)).toBe(one);
});

test('a press on a head sorts by it, largest first; the next one turns it around', () => {
  const by = { by: 'created_at', order: 'desc' } as const;
  expect(nextOrder<string>(by, 'open_reports')).toEqual({ by: 'open_reports', order: 'desc' });
  expect(nextOrder<string>(by, 'created_at')).toEqual({ by: 'created_at', order: 'asc' });
});

test('times are short today and say their day otherwise', () => {
  const now = new Date(2026, 4, 12, 14, 20, 30).getTime();
  const yesterday = new Date(2026, 4, 11, 9, 5, 7).getTime();
  const inMarch = new Date(2026, 2, 2, 9, 5, 7).getTime();
  const lastYear = new Date(2025, 2, 2, 9, 5, 7).getTime();
  expect([shortDay(now, now), shortDay(yesterday, now)]).toEqual(['today', 'yesterday']);
  expect([shortDay(inMarch, now), shortDay(lastYear, now)]).toEqual(['2 Mar', '2 Mar 2025']);
  expect([shortTime(now, now), shortTime(yesterday, now)]).toEqual(['14:20', 'yesterday 09:05']);
  expect([shortTime(inMarch, now), shortTime(lastYear, now)]).toEqual(['2 Mar 09:05', '2 Mar 2025']);
  expect([shortSeconds(now, now), shortSeconds(inMarch, now)]).toEqual(['14:20:30', '2 Mar 09:05:07']);
  expect(fullTime(inMarch)).toBe('2 Mar 2026, 09:05:07');
});

test('an age is one number', () => {
  const minute = 60_000;
  const ages = [0, -minute, 6 * minute, 59 * minute, 60 * minute, 23 * 60 * minute, 24 * 60 * minute];
  expect(ages.map((ms) => age(0, ms))).toEqual(['now', 'now', '6 min', '59 min', '1 h', '23 h', '1 d']);
});
