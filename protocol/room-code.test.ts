import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { makeRoomCode, printRoomCode, type RoomCode, readRoomCode, readRoomCodeOrLink } from './room-code.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`room-code.test.ts: SEED=${seed}`);

const code = 'K7QM3F9TXW2A' as RoomCode;
const anyCode = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => makeRoomCode(() => bytes));

test('a code that was made can be printed and read again', () => {
  fc.assert(
    fc.property(anyCode, (made) => {
      expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(printRoomCode(made)).toMatch(/^.{4}-.{4}-.{4}$/);
      expect(readRoomCode(printRoomCode(made))).toBe(made);
      expect(readRoomCode(made)).toBe(made);
    }),
    { seed },
  );
});

test('however a code is copied down, it opens the same room', () => {
  const sloppy: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'i', 'L', 'l'] };
  const breaks = fc.constantFrom('', '-', ' ', '–', '—', '‑', '\n', '--');
  fc.assert(
    fc.property(
      anyCode,
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      fc.array(breaks, { minLength: 13, maxLength: 13 }),
      (made, picks, gaps) => {
        const typed = [...made].map((symbol, index) => {
          const ways = sloppy[symbol] ?? [symbol, symbol.toLowerCase()];
          return `${gaps[index]}${ways[(picks[index] ?? 0) % ways.length]}`;
        });
        expect(readRoomCode(typed.join('') + gaps[12])).toBe(made);
      },
    ),
    { seed },
  );
});

test('all 32 symbols are equally likely', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const [symbol = ''] = makeRoomCode((length) => new Uint8Array(length).fill(byte));
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  expect(counts.size).toBe(32);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test('O, I and L are read as 0, 1 and 1', () => {
  expect(readRoomCode('oOiIlL000000')).toBe('001111000000' as RoomCode);
});

test('U is no symbol of a code', () => {
  expect(readRoomCode('K7QM-3F9T-XW2U')).toBeNull();
});

test.each([
  ['sharp s, which would become SS', 'K7QM-3F9T-XW2ß'],
  ['sharp s in place of two', 'K7QM-3F9T-XWß'],
  ['long s', 'K7QM-3F9T-XW2ſ'],
  ['dotless i', 'K7QM-3F9T-XW2ı'],
  ['the Kelvin sign', '\u212a7QM-3F9T-XW2A'],
  ['a full-width letter', 'Ｋ7QM-3F9T-XW2A'],
  ['a Cyrillic letter', 'К7QM-3F9T-XW2A'],
  ['an Arabic digit', '٧7QM-3F9T-XW2A'],
  ['a ligature', 'K7QM-3F9T-XWﬁ'],
  ['an emoji', 'K7QM-3F9T-XW👍'],
  ['a letter that grows when raised', 'K7QM-3F9T-XWŉ'],
])('%s is no part of a code', (_, typed) => {
  expect(readRoomCode(typed)).toBeNull();
});

test('a code that is too short or too long is none', () => {
  expect(readRoomCode('')).toBeNull();
  expect(readRoomCode('K7QM-3F9T-XW2')).toBeNull();
  expect(readRoomCode('K7QM-3F9T-XW2AA')).toBeNull();
  expect(readRoomCode('----')).toBeNull();
});

test('a pasted link opens the room that is in its fragment', () => {
  for (const pasted of [
    'https://chat.example.org/r/#K7QM-3F9T-XW2A',
    '  http://localhost:8000/r/#k7qm3f9txw2a\n',
    '/r/#K7QM-3F9T-XW2A',
    '#K7QM-3F9T-XW2A',
    ' k7qm 3f9t xw2a ',
  ]) {
    expect(readRoomCodeOrLink(pasted)).toBe(code);
  }
  for (const pasted of ['https://chat.example.org/r/K7QM-3F9T-XW2A', 'https://chat.example.org/r/#', 'hello', '']) {
    expect(readRoomCodeOrLink(pasted)).toBeNull();
  }
});
