import { expect, test } from 'bun:test';
import { printRetention, readRetention, splitRetention, usualRetentions, wordRetention } from './retention.ts';

test('a custom time between a minute and a year is taken, anything else is not', () => {
  expect(readRetention('1', 'minutes')).toBe(60);
  expect(readRetention('90', 'minutes')).toBe(5_400);
  expect(readRetention('365', 'days')).toBe(31_536_000);
  for (const typed of ['0', '', ' ', '-1', '1.5', '1e3', 'ten', '9999999'])
    expect(readRetention(typed, 'minutes')).toBeNull();
  expect(readRetention('366', 'days')).toBeNull();
});

test('a time is read as it was chosen', () => {
  expect([60, 5_400, 3_600, 86_400, 604_800, 90].map(printRetention)).toEqual([
    '1 min',
    '90 min',
    '1 h',
    '24 h',
    '7 d',
    '90 s',
  ]);
  expect(splitRetention(5_400)).toEqual({ amount: 90, unit: 'minutes' });
  expect(splitRetention(172_800)).toEqual({ amount: 2, unit: 'days' });
});

test('what an operator doesn’t allow is not offered, nor taken', () => {
  expect(usualRetentions(604_800).map(({ label }) => label)).toEqual(['1 h', '24 h', '7 d']);
  expect(usualRetentions(60)).toEqual([]);
  expect(readRetention('7', 'days', 604_800)).toBe(604_800);
  expect(readRetention('8', 'days', 604_800)).toBeNull();
});

test('the longest time is named as a person would', () => {
  expect([60, 5_400, 3_600, 604_800, 90].map(wordRetention)).toEqual([
    '1 minute',
    '90 minutes',
    '1 hour',
    '7 days',
    '90 seconds',
  ]);
});
