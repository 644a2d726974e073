import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { CONTENT_CHARS_MAX } from '../../protocol/limits.ts';
import { contentRule } from '../../protocol/text.ts';
import { cleanTyped, lengthOf, readTyped } from './typed-text.ts';

test('a pasted text keeps its lines and loses what cannot be sent', () => {
  expect(readTyped('one\r\ntwo\rthree\n\n  four\tfive\u0000\u0007')).toEqual({
    ok: true,
    text: 'one\ntwo\nthree\n\n  four  five',
  });
});

test('empty lines around a message are dropped, indentation of its first line stays', () => {
  expect(readTyped('\n \n  code\n\n')).toEqual({ ok: true, text: '  code' });
  expect(readTyped(' \n\t').ok).toBe(false);
});

test('the counter warns near the limit and counts what is over it', () => {
  expect(lengthOf('a'.repeat(43))).toEqual({ used: 43, max: CONTENT_CHARS_MAX, left: 3957, level: 'ok' });
  expect(lengthOf('a'.repeat(3600)).level).toBe('near');
  expect(lengthOf('a'.repeat(4014))).toEqual({ used: 4014, max: CONTENT_CHARS_MAX, left: -14, level: 'over' });
  expect(lengthOf('👍'.repeat(4000)).level).toBe('near');
});

test('an operator’s shorter limit is the one that counts', () => {
  expect(lengthOf('a'.repeat(95), 100)).toEqual({ used: 95, max: 100, left: 5, level: 'near' });
  expect(lengthOf('a'.repeat(101), 100).level).toBe('over');
  expect(readTyped('a'.repeat(100), 100).ok).toBe(true);
  expect(readTyped('a'.repeat(101), 100).ok).toBe(false);
});

test('whatever is typed, what comes out is what the server takes', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`typed text seed ${seed}`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const cleaned = cleanTyped(typed);
      expect(cleaned === '' || contentRule(cleaned).ok).toBe(true);
      expect(cleanTyped(cleaned)).toBe(cleaned);
    }),
    { seed, numRuns: 500 },
  );
});
