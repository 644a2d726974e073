import { expect, test } from 'bun:test';
import { BLOCK_SECONDS } from '../../../protocol/limits.ts';
import { BAN_TIMES, holds, printBan } from './ban-words.ts';

const NOW = new Date(2026, 4, 12, 14, 20).getTime();
const ban = (untilMs: number | null) => ({
  reason: '',
  banned_at: new Date(NOW).toISOString(),
  banned_until: untilMs === null ? null : new Date(untilMs).toISOString(),
});

test('a ban holds until its end, or for good', () => {
  expect(holds(null, NOW)).toBe(false);
  expect(holds(ban(NOW), NOW)).toBe(false);
  expect(holds(ban(NOW + 1), NOW)).toBe(true);
  expect(holds(ban(null), NOW)).toBe(true);
});

test('it says until when', () => {
  expect(printBan(ban(null), NOW)).toBe('Banned for good');
  expect(printBan(ban(new Date(2026, 4, 12, 15, 20).getTime()), NOW)).toBe('Banned until 15:20');
  expect(printBan(ban(new Date(2026, 4, 19, 14, 20).getTime()), NOW)).toBe('Banned until 19 May 14:20');
});

test('every time that is offered is one that the server takes', () => {
  for (const { value } of BAN_TIMES.filter((time) => time.value !== '')) {
    expect(Number(value)).toBeGreaterThanOrEqual(BLOCK_SECONDS.min);
    expect(Number(value)).toBeLessThanOrEqual(BLOCK_SECONDS.max);
  }
});
