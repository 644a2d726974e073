import { describe, expect, test } from 'bun:test';
import { printCount, printMilliseconds, printUptime, splitBytes } from './numbers.ts';

describe('numbers on the panel', () => {
  test('thousands are set apart', () => {
    expect(printCount(1_284)).toBe('1,284');
  });

  test('bytes come with the unit that keeps them short', () => {
    expect(splitBytes(0)).toEqual({ amount: '0', unit: 'B' });
    expect(splitBytes(999)).toEqual({ amount: '999', unit: 'B' });
    expect(splitBytes(1_900_000_000)).toEqual({ amount: '1.9', unit: 'GB' });
    expect(splitBytes(212_400_000)).toEqual({ amount: '212', unit: 'MB' });
    expect(splitBytes(999_600)).toEqual({ amount: '1', unit: 'MB' });
  });

  test('a delay has one place below 10 ms', () => {
    expect(printMilliseconds(2.34)).toBe('2.3');
    expect(printMilliseconds(48.2)).toBe('48');
  });

  test('a length of time has its two largest parts', () => {
    expect(printUptime(12 * 86_400 + 4 * 3_600 + 59)).toBe('12 d 4 h');
    expect(printUptime(86_400)).toBe('1 d');
    expect(printUptime(3 * 3_600 + 20 * 60)).toBe('3 h 20 min');
    expect(printUptime(300)).toBe('5 min');
    expect(printUptime(20)).toBe('under a minute');
    expect(printUptime(-5)).toBe('under a minute');
  });
});
