import { expect, test } from 'bun:test';
import type { Message } from '../../protocol/objects.ts';
import type { Unsent } from './outbox.ts';
import { rowsOf, type Unread } from './rows.ts';
import { aMember, aMessage, aRoom, ME, T0 } from './samples.ts';
import { EMPTY_STATE, type RoomState } from './state.ts';

const room = (messages: Message[], fields: Partial<RoomState> = {}): RoomState => ({
  ...EMPTY_STATE,
  room: aRoom(),
  me: aMember({ id: ME }),
  ready: true,
  log: { ...EMPTY_STATE.log, messages, coveredTo: messages.at(-1)?.seq ?? 0 },
  ...fields,
});
const at = (seq: number, minutes: number, fields: Partial<Message> = {}) =>
  aMessage({ seq, created_at: new Date(T0 + minutes * 60_000).toISOString(), ...fields });
const shape = (state: RoomState, unread: Unread | null = null, unsent: Unsent[] = []) =>
  rowsOf(state, unsent, unread).map((row) =>
    'first' in row ? `${row.kind}${row.first ? ' first' : ''}${row.last ? ' last' : ''}` : row.kind,
  );

test('one author within five minutes is one group', () => {
  expect(shape(room([at(1, 0), at(2, 4), at(3, 10), at(4, 11, { member_id: 'm-2' })]))).toEqual([
    'day',
    'message first',
    'message last',
    'message first last',
    'message first last',
  ]);
});

test('a day, the unread line and a system line break a group', () => {
  const line = { id: 1, at_ms: T0, after_seq: 1, what: 'locked' } as const;
  expect(shape(room([at(1, 0), at(2, 1)], { lines: [line] }))).toEqual([
    'day',
    'message first last',
    'system',
    'message first last',
  ]);
  expect(shape(room([at(1, 0), at(2, 1)]), { after: 1, count: 1 })).toEqual([
    'day',
    'message first last',
    'unread',
    'message first last',
  ]);
  expect(shape(room([at(1, 0), at(2, 24 * 60)]))).toEqual(['day', 'message first last', 'day', 'message first last']);
});

test('my own messages are never new', () => {
  expect(shape(room([at(1, 0), at(2, 1, { member_id: ME })]), { after: 1, count: 0 })).not.toContain('unread');
});

test('what waits to be sent stands at the end, in my group', () => {
  const unsent: Unsent = { client_id: 'c', content: 'x', reply_to: null, written_ms: T0 + 60_000, state: 'waiting' };
  expect(shape(room([at(1, 0, { member_id: ME })]), null, [unsent])).toEqual(['day', 'message first', 'unsent last']);
});

test('the start of the log says that there was more, only where there was', () => {
  expect(shape(room([at(4, 0)]))[0]).toBe('start');
  expect(shape(room([at(1, 0)]))[0]).toBe('day');
  const state = room([at(4, 0)]);
  expect(shape({ ...state, log: { ...state.log, hasOlder: true } })[0]).toBe('loading');
});

test('a quote goes with the message that it quotes', () => {
  const rows = rowsOf(room([at(1, 0), at(2, 1, { reply_to: 'id1' }), at(3, 2, { reply_to: 'vanished' })]), [], null);
  expect(rows.map((row) => (row.kind === 'message' && row.quoted !== null ? row.message.seq : null))).toEqual([
    null,
    null,
    2,
    null,
  ]);
});

test('ten thousand messages are laid out in a blink', () => {
  const messages = Array.from({ length: 10_000 }, (_, index) => at(index + 1, index));
  expect(rowsOf(room(messages), [], null).length).toBeGreaterThan(10_000);
});

test('messages of somebody who is muted are folded, quotes of them too, until they are shown', () => {
  const state = room([at(1, 0), at(2, 1, { member_id: 'm-2', reply_to: 'id1' }), at(3, 2)]);
  const look = (shown: string[]) =>
    rowsOf(state, [], null, { muted: new Set(['m-1']), shown: new Set(shown) }).flatMap((row) =>
      row.kind === 'message' ? [[row.folded, row.quoted === null ? null : row.quoted === 'muted']] : [],
    );
  expect(look([])).toEqual([
    [true, null],
    [false, true],
    [true, null],
  ]);
  expect(look(['id1'])).toEqual([
    [false, null],
    [false, false],
    [true, null],
  ]);
});

test('what is shown again has its name above it', () => {
  const state = room([at(1, 0), at(2, 1), at(3, 2)]);
  const rows = rowsOf(state, [], null, { muted: new Set(['m-1']), shown: new Set(['id2']) });
  expect(rows.flatMap((row) => (row.kind === 'message' ? [[row.folded, row.first]] : []))).toEqual([
    [true, true],
    [false, true],
    [true, true],
  ]);
});

test('the unread line doesn’t begin with somebody who is muted', () => {
  const state = room([at(1, 0), at(2, 1, { member_id: 'm-2' })]);
  const folding = { muted: new Set(['m-1']), shown: new Set<string>() };
  expect(rowsOf(state, [], { after: 0, count: 1 }, folding).map(({ kind }) => kind)).toEqual([
    'day',
    'message',
    'unread',
    'message',
  ]);
});
