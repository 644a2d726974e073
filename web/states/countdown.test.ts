import { expect, test } from 'bun:test';
import { printCountdown } from './countdown.ts';

test('a wait reads as a clock does', () => {
  expect([0, 9, 42, 60, 725, 3_600, 3_723].map(printCountdown)).toEqual([
    '0:00',
    '0:09',
    '0:42',
    '1:00',
    '12:05',
    '1:00:00',
    '1:02:03',
  ]);
});
