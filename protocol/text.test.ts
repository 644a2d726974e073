import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { CONTENT_BYTES_MAX, CONTENT_CHARS_MAX, NICKNAME_CHARS, ROOM_NAME_CHARS } from './limits.ts';
import { characters, contentRule, emojiRule, nicknameRule, type Ruled, roomNameRule, utf8Bytes } from './text.ts';

/** fast-check prints it when a property fails; this prints it also when one hangs. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`text.test.ts: SEED=${seed}`);

const stored = (ruled: Ruled): string | null => (ruled.ok ? ruled.text : null);
const nickname = (typed: string) => stored(nicknameRule(typed));
const content = (typed: string) => stored(contentRule(typed));
const emoji = (typed: string) => stored(emojiRule(typed));

const MARK = '\u0323';

describe('nicknames', () => {
  test('two to thirty-two characters are a nickname, one or thirty-three are not', () => {
    expect(nickname('a')).toBeNull();
    expect(nickname('ab')).toBe('ab');
    expect(nickname('a'.repeat(32))).toBe('a'.repeat(32));
    expect(nickname('a'.repeat(33))).toBeNull();
    expect(nickname('')).toBeNull();
  });

  test('a character outside the basic plane counts once', () => {
    expect(nickname('𝒜'.repeat(32))).toBe('𝒜'.repeat(32));
    expect(nickname('𝒜'.repeat(33))).toBeNull();
    expect(nickname('𝒜')).toBeNull();
  });

  test('what is composed and what is decomposed is stored the same', () => {
    expect(nickname('Zoe\u0308')).toBe('Zo\u00eb');
    // Counted after composing: two code points become one.
    expect(nickname('e\u0301')).toBeNull();
  });

  test('space around a nickname is dropped, inside it one at a time may stand', () => {
    expect(nickname('  Quiet Heron\t\n')).toBe('Quiet Heron');
    expect(nickname(' a ')).toBeNull();
    expect(nickname('Quiet  Heron')).toBeNull();
    expect(nickname('Quiet\u00a0Heron')).toBeNull();
    expect(nickname('Quiet\tHeron')).toBeNull();
    expect(nickname('Quiet\nHeron')).toBeNull();
  });

  test.each([
    ['right-to-left override', '\u202e'],
    ['left-to-right embedding', '\u202a'],
    ['right-to-left isolate', '\u2067'],
    ['right-to-left mark', '\u200f'],
    ['arabic letter mark', '\u061c'],
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['zero-width non-joiner', '\u200c'],
    ['word joiner', '\u2060'],
    ['byte order mark', '\ufeff'],
    ['soft hyphen', '\u00ad'],
    ['combining grapheme joiner', '\u034f'],
    ['Hangul filler', '\u3164'],
    ['half-width Hangul filler', '\uffa0'],
    ['Hangul choseong filler', '\u115f'],
    ['Mongolian vowel separator', '\u180e'],
    ['blank braille pattern', '\u2800'],
    ['tag letter', '\u{e0061}'],
    ['variation selector 17', '\u{e0100}'],
    ['private use', '\ue000'],
    ['private use, plane 15', '\u{f0000}'],
    ['unassigned', '\u0378'],
    ['not a character', '\uffff'],
    ['null', '\0'],
    ['delete', '\x7f'],
    ['C1 control', '\x85'],
    ['line separator', '\u2028'],
    ['lone high surrogate', '\ud83d'],
    ['lone low surrogate', '\ude00'],
  ])('a nickname holds no %s', (_, hidden) => {
    expect(nickname(`An${hidden}na`)).toBeNull();
    expect(nickname(hidden.repeat(4))).toBeNull();
  });

  test('three combining marks in a row pass, four do not', () => {
    expect(nickname(`q${MARK.repeat(3)}q`)).toBe(`q${MARK.repeat(3)}q`);
    expect(nickname(`q${MARK.repeat(4)}q`)).toBeNull();
    expect(nickname(`q${MARK.repeat(3)}q${MARK.repeat(3)}`)).not.toBeNull();
  });

  test('marks, spaces and variation selectors alone are no nickname', () => {
    expect(nickname(MARK.repeat(3))).toBeNull();
    expect(nickname('\ufe0f\ufe0f')).toBeNull();
    expect(nickname('   ')).toBeNull();
  });

  test('people may write their names in their own letters', () => {
    for (const name of ['Åsa', 'Зоя', 'Ελένη', '李小龍', 'नमस्ते', 'ישראל', 'محمد', '민수', 'J. R. (3rd)', '👍🏽 ok']) {
      expect(nicknameRule(name)).toEqual({ ok: true, text: name });
    }
  });

  test('a refusal says what is wrong in a sentence', () => {
    expect(nicknameRule('a')).toEqual({ ok: false, reason: 'A nickname has 2 to 32 characters.' });
    expect(roomNameRule('')).toEqual({ ok: false, reason: 'A room name has 1 to 64 characters.' });
  });
});

test('a room name has one to sixty-four characters and the rules of a nickname', () => {
  expect(stored(roomNameRule('x'))).toBe('x');
  expect(stored(roomNameRule('x'.repeat(64)))).toBe('x'.repeat(64));
  expect(stored(roomNameRule('x'.repeat(65)))).toBeNull();
  expect(stored(roomNameRule(' '))).toBeNull();
  expect(stored(roomNameRule('a\u202eb'))).toBeNull();
});

describe('contents', () => {
  test('one to four thousand characters pass, none and one more do not', () => {
    expect(content('')).toBeNull();
    expect(content('x')).toBe('x');
    expect(content('x'.repeat(CONTENT_CHARS_MAX))).toHaveLength(CONTENT_CHARS_MAX);
    expect(content('x'.repeat(CONTENT_CHARS_MAX + 1))).toBeNull();
  });

  test('four thousand of the widest characters stay under 16 KiB', () => {
    const widest = '😀'.repeat(CONTENT_CHARS_MAX);
    expect(content(widest)).toBe(widest);
    expect(utf8Bytes(widest)).toBeLessThanOrEqual(CONTENT_BYTES_MAX);
    expect(content('😀'.repeat(CONTENT_CHARS_MAX + 1))).toBeNull();
  });

  test('characters are counted after composing, in which some become two', () => {
    // U+0958 is always written as two (a composition exclusion).
    expect(content('\u0958'.repeat(CONTENT_CHARS_MAX / 2))).toHaveLength(CONTENT_CHARS_MAX);
    expect(content('\u0958'.repeat(CONTENT_CHARS_MAX / 2 + 1))).toBeNull();
    expect(content('e\u0301'.repeat(CONTENT_CHARS_MAX))).toBe('\u00e9'.repeat(CONTENT_CHARS_MAX));
  });

  test('newlines and spaces are kept as they were typed', () => {
    expect(content('  a\n\n  b  \n')).toBe('  a\n\n  b  \n');
    expect(content('\n')).toBe('\n');
  });

  test('every control character but the newline is refused', () => {
    for (let point = 0; point < 0xa0; point++) {
      if (point >= 0x20 && point < 0x7f) continue;
      const character = String.fromCharCode(point);
      expect([point, content(`a${character}b`) !== null]).toEqual([point, character === '\n']);
    }
  });

  test('half of a surrogate pair is refused, wherever it stands', () => {
    for (const broken of ['\ud83d', '\ude00', 'a\ud83d', '\ude00a', '\ude00\ud83d']) expect(content(broken)).toBeNull();
  });

  test('markup, scripts and joined emoji pass as they are', () => {
    for (const text of [
      '<img src=x onerror=alert(1)>',
      "'; drop table messages; --",
      '👩‍❤️‍💋‍👨',
      'שלום \u202babc\u202c',
    ]) {
      expect(content(text)).toBe(text);
    }
  });
});

describe('reactions', () => {
  test.each(['👍', '👍🏽', '❤️', '👩‍❤️‍💋‍👨', '👨‍👩‍👧‍👦', '🧑🏻‍❤️‍💋‍🧑🏿', '🇮🇹', '1️⃣', '#️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏳️‍🌈', '🦰', '™️'])(
    '%s is a reaction',
    (typed) => {
      expect(emojiRule(typed)).toEqual({ ok: true, text: typed.normalize('NFC') });
    },
  );

  test.each([
    ['nothing', ''],
    ['a letter', 'a'],
    ['a digit', '1'],
    ['a hash sign', '#'],
    ['two emoji', '👍👍'],
    ['two flags', '🇮🇹🇫🇷'],
    ['half a flag', '🇮'],
    ['a word', 'ok'],
    ['an emoji and a letter', '👍a'],
    ['an emoji and a space', '👍 '],
    ['a skin tone and no hand after a digit', '1🏽'],
    ['a joiner', '\u200d'],
    ['a variation selector', '\ufe0f'],
    ['half a surrogate pair', '\ud83d'],
    ['an emoji with a tail of tags longer than any', `🏴${'\u{e0067}'.repeat(40)}`],
  ])('%s is no reaction', (_, typed) => {
    expect(emoji(typed)).toBeNull();
  });
});

describe('whatever is typed', () => {
  const anything = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 70 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    {
      weight: 4,
      // The awkward ones, close together.
      arbitrary: fc
        .array(
          fc.constantFrom(
            'a',
            'é',
            'e',
            '\u0301',
            '\u0323',
            ' ',
            '\u00a0',
            '\n',
            '👍',
            '🏽',
            '\u200d',
            '\ufe0f',
            '1',
            '\u20e3',
            '🇮',
            '🇹',
            '\u0958',
            '\u1100',
            '\u1161',
            '\ud83d',
            'Å',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    },
  );
  const rules: [string, (typed: string) => Ruled][] = [
    ['nickname', nicknameRule],
    ['room name', roomNameRule],
    ['content', contentRule],
    ['emoji', emojiRule],
  ];

  test.each(rules)('the rule for a %s, applied to its own result, changes nothing', (_, rule) => {
    fc.assert(
      fc.property(anything, (typed) => {
        const once = rule(typed);
        if (once.ok) expect(rule(once.text)).toEqual(once);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('what passes is within its limits, composed and well-formed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        for (const [rule, { min, max }] of [
          [nicknameRule, NICKNAME_CHARS],
          [roomNameRule, ROOM_NAME_CHARS],
          [contentRule, { min: 1, max: CONTENT_CHARS_MAX }],
        ] as const) {
          const text = stored(rule(typed));
          if (text === null) continue;
          expect(text.isWellFormed() && text === text.normalize('NFC')).toBe(true);
          expect(characters(text)).toBeWithin(min, max + 1);
        }
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('bytes are counted as UTF-8 writes them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
        expect(characters(text)).toBe([...text].length);
      }),
      { seed, numRuns: 500 },
    );
  });
});
