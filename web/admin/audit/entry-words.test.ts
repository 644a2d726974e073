import { expect, test } from 'bun:test';
import { AUDIT_EVENTS } from '../../../protocol/admin-objects.ts';
import { detailLines, printActor, printThing, summary } from './entry-words.ts';
import { EVENTS } from './event-words.ts';

const ID = 'QS1SmD4rcL0SOdxXAaG_Rk';
const ME = { id: 'op1', username: 'anna' };

test('every event has words, and no two the same', () => {
  expect(Object.keys(EVENTS).sort()).toEqual([...AUDIT_EVENTS].sort());
  expect(new Set(Object.values(EVENTS)).size).toBe(AUDIT_EVENTS.length);
});

test('the reader stands under their name, others under a part of their id', () => {
  expect(printActor('operator:op1', ME)).toBe('anna');
  expect(printActor(`operator:${ID}`, ME)).toBe('operator QS1S…G_Rk');
  expect(printActor('operator:op1', undefined)).toBe('operator op1');
  expect(printActor('system', ME)).toBe('server');
  expect(printThing(`room:${ID}`)).toBe('room QS1S…G_Rk');
  expect(printThing('something else')).toBe('something else');
});

test('a changed setting reads from old to new', () => {
  const details = {
    'limits.message': { old: { count: 10, seconds: 60 }, new: { count: 1_000, seconds: 3_600 } },
    'limits.socket': { old: 20, new: null },
    retention_max_seconds: { old: 31_536_000, new: 2_592_000 },
    room_creation: { old: true, new: false },
    notice: { old: '', new: '<b>Hello</b>' },
    refused_words: { old: [], new: ['one', 'two'] },
  };
  expect(detailLines(details).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'limit: message: 10 in 1 min → 1,000 in 1 h',
    'limit: socket: 20 → none',
    'retention max: 365 d → 30 d',
    'room creation: on → off',
    'notice: none → <b>Hello</b>',
    'refused words: none → one, two',
  ]);
});

test('a ban without an end is for good, and what says nothing is left out', () => {
  expect(summary({ duration_seconds: null })).toBe('duration for good');
  expect(summary({ duration_seconds: 604_800 })).toBe('duration 7 d');
  expect(summary({ before: null, limit: 50 })).toBe('limit 50');
  expect(summary({ locked: true, slow_mode_seconds: 0, room: ID })).toBe('locked on, slow mode off, room QS1S…G_Rk');
});
