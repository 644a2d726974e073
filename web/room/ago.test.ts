import { expect, test } from 'bun:test';
import { ago, untilWhen } from './ago.ts';

const NOW = new Date(2026, 2, 1, 12, 0).getTime();
const MINUTE = 60_000;

test('the past is told in the largest whole unit', () => {
  const since = [0, 59_000, 6 * MINUTE, 119 * MINUTE, 23 * 60 * MINUTE, 49 * 60 * MINUTE];
  expect(since.map((ms) => ago(NOW - ms, NOW))).toEqual([
    'just now',
    'just now',
    '6 min ago',
    '1 h ago',
    '23 h ago',
    '2 d ago',
  ]);
  // A clock that is a little behind the server’s.
  expect(ago(NOW + 5_000, NOW)).toBe('just now');
});

test('an end is told by day and time, further away by the day', () => {
  const at = (...day: [number, number, number, number, number]) => untilWhen(new Date(...day).getTime(), NOW);
  expect(at(2026, 2, 1, 14, 20)).toBe('today 14:20');
  expect(at(2026, 2, 2, 9, 0)).toBe('tomorrow 09:00');
  expect(at(2026, 2, 8, 9, 0)).toBe('8 March 09:00');
  expect(at(2027, 2, 8, 9, 0)).toBe('8 March 2027');
});
