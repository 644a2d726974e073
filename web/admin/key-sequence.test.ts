import { describe, expect, test } from 'bun:test';
import { isCharacter, nameKey, step } from './key-sequence.ts';

const known = new Set(['j', 'shift+b', 'g r', 'g d', 'enter', '?', 'd']);

describe('keys', () => {
  test('a letter is named in lower case, and with Shift where it was held', () => {
    expect(nameKey({ key: 'j', shiftKey: false })).toBe('j');
    expect(nameKey({ key: 'B', shiftKey: true })).toBe('shift+b');
    expect(nameKey({ key: 'Enter', shiftKey: false })).toBe('enter');
  });

  test('Caps Lock changes nothing', () => {
    expect(nameKey({ key: 'J', shiftKey: false })).toBe('j');
  });

  test('a sign is named by itself, however it is typed', () => {
    expect(nameKey({ key: '?', shiftKey: true })).toBe('?');
    expect(nameKey({ key: '/', shiftKey: false })).toBe('/');
  });

  test('one key acts at once', () => {
    expect(step(null, 'j', known)).toEqual({ run: 'j', waiting: null });
    expect(step(null, 'shift+b', known)).toEqual({ run: 'shift+b', waiting: null });
  });

  test('the first of two waits, the second acts and nothing else does', () => {
    expect(step(null, 'g', known)).toEqual({ run: null, waiting: 'g' });
    expect(step('g', 'r', known)).toEqual({ run: 'g r', waiting: null });
    expect(step('g', 'd', known)).toEqual({ run: 'g d', waiting: null });
  });

  test('a second key that completes nothing counts for itself', () => {
    expect(step('g', 'j', known)).toEqual({ run: 'j', waiting: null });
    expect(step('g', 'z', known)).toEqual({ run: null, waiting: null });
    expect(step('g', 'g', known)).toEqual({ run: null, waiting: 'g' });
  });

  test('what types a character can be turned off, Enter can not', () => {
    expect(['j', 'shift+b', 'g r', '?', '/'].every(isCharacter)).toBe(true);
    expect(['enter', 'escape', 'arrowdown', 'shift+enter'].some(isCharacter)).toBe(false);
  });
});
