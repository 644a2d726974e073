import { describe, expect, test } from 'bun:test';
import type { Settings } from '../../../protocol/admin-objects.ts';
import { readCount } from './count.ts';
import { type Draft, readDraft, toDraft } from './draft.ts';
import { losses, placeFaults } from './settings-words.ts';
import { printSpan, readSpan, toSpan } from './span.ts';

const DAY = 86_400;

const base: Settings = {
  limits: {
    message: { count: 10, seconds: 60 },
    room: { count: 3, seconds: 3_600 },
    session: { count: 5, seconds: 3_600 },
    lookup: { count: 20, seconds: 3_600 },
    report: { count: 20, seconds: 3_600 },
    login: { count: 5, seconds: 900 },
    request: { count: 100, seconds: 10 },
    frame: null,
    socket: 20,
    members: null,
  },
  retention_default_seconds: DAY,
  retention_max_seconds: 90 * DAY,
  content_chars_max: 4_000,
  room_creation: true,
  session_creation: true,
  refused_words: ['one', 'two words'],
  notice: 'Hello',
  audit_days: 90,
};

const typed = (part: Partial<Draft>): Draft => ({ ...toDraft(base), ...part });
const withRate = (count: string, amount: string, unit: 'seconds' | 'minutes' | 'hours' | 'days'): Draft => {
  const draft = toDraft(base);
  return { ...draft, rates: { ...draft.rates, message: { count, every: { amount, unit } } } };
};

describe('the settings form', () => {
  test('as it was loaded, there is nothing to save', () => {
    const { change, changed, faults } = readDraft(toDraft(base), base);
    expect(change).toEqual({});
    expect(changed.size).toBe(0);
    expect(faults).toEqual({});
  });

  test('sends only what was changed', () => {
    const { change, changed } = readDraft(typed({ notice: 'Bye', room_creation: false, audit_days: '1,000' }), base);
    expect(change).toEqual({ notice: 'Bye', room_creation: false, audit_days: 1_000 });
    expect([...changed].sort()).toEqual(['audit_days', 'notice', 'room_creation']);
  });

  test('an odd number of seconds that nobody touched stays as it is', () => {
    const odd = { ...base, retention_default_seconds: 90 };
    expect(readDraft(toDraft(odd), odd).change).toEqual({});
  });

  test('the same time in another unit is no change', () => {
    expect(readDraft(withRate('10', '60', 'seconds'), base).changed.size).toBe(0);
    expect(
      readDraft(typed({ retention_default_seconds: { amount: '1,440', unit: 'minutes' } }), base).changed.size,
    ).toBe(0);
  });

  test('a limit is changed, taken away and turned on', () => {
    expect(readDraft(withRate('8', '10', 'seconds'), base).change).toEqual({
      limits: { message: { count: 8, seconds: 10 } },
    });
    expect(readDraft(withRate('', '10', 'seconds'), base).change).toEqual({ limits: { message: null } });
    const draft = toDraft(base);
    const turnedOn = {
      ...draft,
      rates: { ...draft.rates, frame: { count: '300', every: { amount: '10', unit: 'seconds' } } },
    };
    expect(readDraft(turnedOn as Draft, base).change).toEqual({ limits: { frame: { count: 300, seconds: 10 } } });
    expect(readDraft(typed({ mosts: { socket: '', members: '250' } }), base).change).toEqual({
      limits: { socket: null, members: 250 },
    });
  });

  test('what is no number is a fault at its field, and counts as unsaved', () => {
    const { changed, faults } = readDraft(withRate('many', '', 'minutes'), base);
    expect(Object.keys(faults).sort()).toEqual(['limits.message.count', 'limits.message.seconds']);
    expect([...changed]).toEqual(['limits.message']);
    expect(readDraft(withRate('5', '24', 'days'), base).faults).toHaveProperty(['limits.message.seconds']);
    expect(readDraft(typed({ audit_days: 'long' }), base).faults).toHaveProperty('audit_days');
    expect(readDraft(typed({ mosts: { socket: '-1', members: '' } }), base).faults).toHaveProperty(['limits.socket']);
    expect(readDraft(typed({ retention_max_seconds: { amount: '2', unit: 'seconds' } }), base).faults).toHaveProperty(
      'retention_max_seconds',
    );
  });

  test('new rooms can’t keep messages longer than the longest', () => {
    const { faults } = readDraft(typed({ retention_max_seconds: { amount: '2', unit: 'hours' } }), base);
    expect(faults).toHaveProperty('retention_default_seconds');
  });

  test('words are lines; empty ones and spaces around them don’t count', () => {
    expect(readDraft(typed({ refused_words: ' one \n\ntwo words\n' }), base).changed.size).toBe(0);
    expect(readDraft(typed({ refused_words: 'one' }), base).change).toEqual({ refused_words: ['one'] });
  });

  test('shorter retention and a shorter audit log say what goes', () => {
    expect(losses(base, { retention_max_seconds: 30 * DAY })[0]).toContain('30 d');
    expect(losses(base, { audit_days: 1 })[0]).toContain('a day');
    expect(losses(base, { retention_max_seconds: 100 * DAY, audit_days: 200 })).toEqual([]);
  });

  test('the server’s words come to their field', () => {
    const { faults, rest } = placeFaults(
      [
        { path: 'limits.message.count', message: 'Too many.' },
        { path: 'limits.room', message: 'Odd.' },
        { path: 'refused_words.1', message: 'Too long.' },
        { path: 'retention_default_seconds', message: 'Too long.' },
        { path: 'elsewhere', message: 'What?' },
      ],
      ['one', 'longword'],
    );
    expect(faults).toEqual({
      'limits.message.count': 'Too many.',
      'limits.room.count': 'Odd.',
      refused_words: '“longword”: Too long.',
      retention_default_seconds: 'Too long.',
    });
    expect(rest).toEqual(['What?']);
  });
});

describe('numbers as they are typed', () => {
  test('thousands may be set apart', () => {
    expect(readCount('2,000')).toBe(2_000);
    expect(readCount(' 1 000 000 ')).toBe(1_000_000);
    expect(readCount('12')).toBe(12);
    for (const wrong of ['', '1.5', '-1', '1e3', '2,00', 'x']) expect(readCount(wrong)).toBeNull();
  });

  test('times keep the largest whole unit', () => {
    expect(toSpan(5_400)).toEqual({ amount: '90', unit: 'minutes' });
    expect(toSpan(DAY)).toEqual({ amount: '1', unit: 'days' });
    expect(toSpan(90)).toEqual({ amount: '90', unit: 'seconds' });
    expect(readSpan({ amount: '2', unit: 'hours' })).toBe(7_200);
    expect(printSpan(3_600)).toBe('1 hour');
    expect(printSpan(30 * DAY)).toBe('30 days');
  });
});
