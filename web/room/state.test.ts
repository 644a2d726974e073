import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { ServerFrame } from '../../protocol/frames.ts';
import type { Message } from '../../protocol/objects.ts';
import { nextTickMs } from './expiry.ts';
import { modelRoom } from './model-room.ts';
import { aMember, aMessage, aRoom, ME, T0 } from './samples.ts';
import { type Action, EMPTY_STATE, nextQuestion, olderQuestion, type RoomState, reduce } from './state.ts';

const frame = (one: ServerFrame, now_ms = T0): Action => ({ type: 'frame', frame: one, now_ms });
const hear = (state: RoomState, ...frames: ServerFrame[]): RoomState =>
  frames.reduce((before, one) => reduce(before, frame(one)), state);
const seqs = (state: RoomState) => state.log.messages.map((message) => message.seq);

function entered(messages: Message[] = [], fields: { has_more?: boolean; last_seq?: number } = {}): RoomState {
  const last_seq = fields.last_seq ?? messages.at(-1)?.seq ?? 0;
  return hear(
    EMPTY_STATE,
    {
      type: 'welcome',
      protocol: 1,
      room: aRoom(),
      member: aMember({ id: ME }),
      members: [aMember()],
      last_seq,
      resumed_from: null,
    },
    { type: 'history', messages, has_more: fields.has_more ?? false },
  );
}
const live = (seq: number, fields: Partial<Message> = {}): ServerFrame => ({
  type: 'chat_message',
  ...aMessage({ seq, ...fields }),
});

test('messages stand in the order of the room, however they arrive', () => {
  const state = hear(entered([aMessage({ seq: 1 })]), live(3), live(2), live(4), live(2));
  expect(seqs(state)).toEqual([1, 2, 3, 4]);
  expect(nextQuestion(state)).toBeNull();
});

test('a missed message shows as a question, and its answer closes the gap', () => {
  const gap = hear(entered([aMessage({ seq: 1 })]), live(4));
  const question = nextQuestion(gap);
  expect(question).toMatchObject({ of: 'after', after: 1, known_to: 4 });
  if (question === null) throw new Error('no question');
  const closed = [2, 3, 4].map((seq) => aMessage({ seq }));
  const state = reduce(reduce(gap, { type: 'asked' }), {
    type: 'answered',
    question,
    messages: closed,
    has_more: false,
  });
  expect(seqs(state)).toEqual([1, 2, 3, 4]);
  expect(nextQuestion(state)).toBeNull();
});

test('the heartbeat shows a gap too', () => {
  expect(nextQuestion(hear(entered(), { type: 'pong', last_seq: 2 }))).toMatchObject({ of: 'after', after: 0 });
});

test('messages that retention has deleted are not asked for again and again', () => {
  const state = entered([], { last_seq: 9 });
  const question = nextQuestion(state);
  if (question === null) throw new Error('no question');
  const after = reduce(reduce(state, { type: 'asked' }), { type: 'answered', question, messages: [], has_more: false });
  expect(nextQuestion(after)).toBeNull();
});

test('older messages come in above', () => {
  const state = entered([aMessage({ seq: 5 })], { has_more: true });
  const question = olderQuestion(state);
  expect(question).toMatchObject({ of: 'older', before: 5 });
  if (question === null) throw new Error('no question');
  const after = reduce(reduce(state, { type: 'asked' }), {
    type: 'answered',
    question,
    messages: [aMessage({ seq: 4 })],
    has_more: false,
  });
  expect(seqs(after)).toEqual([4, 5]);
  expect(olderQuestion(after)).toBeNull();
});

test('an edit, a deletion and reactions change one message; repeated they change nothing', () => {
  const before = entered([aMessage({ seq: 1 }), aMessage({ seq: 2 })]);
  const edited: ServerFrame = {
    type: 'message_edited',
    ...aMessage({ seq: 1, content: 'new', edited_at: '2026-03-01T12:01:00.000Z' }),
  };
  const heart: ServerFrame = { type: 'reaction', id: 'id1', emoji: '❤️', member_id: ME, on: true };
  const once = hear(before, edited, heart);
  expect(once.log.messages[0]).toMatchObject({ content: 'new', reactions: [{ emoji: '❤️', member_ids: [ME] }] });
  expect(hear(once, edited, heart, live(1)).log.messages).toEqual(once.log.messages);
  const gone = hear(once, { type: 'message_deleted', id: 'id1', seq: 1, deleted_by: 'author' }, edited);
  expect(gone.log.messages[0]).toMatchObject({ content: '', deleted: true, reactions: [] });
});

test('what changes while a question is under way outlives its older answer', () => {
  const before = reduce(hear(entered([aMessage({ seq: 1 })]), live(3)), { type: 'asked' });
  const heart: ServerFrame = { type: 'reaction', id: 'id3', emoji: '❤️', member_id: ME, on: true };
  const question = { of: 'after', after: 1, limit: 200, known_to: 3 } as const;
  const messages = [2, 3].map((seq) => aMessage({ seq }));
  const state = reduce(hear(before, heart), { type: 'answered', question, messages, has_more: false });
  expect(state.log.messages[2]?.reactions).toEqual([{ emoji: '❤️', member_ids: [ME] }]);
  expect(state.replay).toEqual([]);
});

test('a message vanishes at its time, by the clock alone', () => {
  const state = entered([aMessage({ seq: 1 }), aMessage({ seq: 2 })]);
  const due = T0 + 1000 + 86_400_000;
  expect(nextTickMs(state)).toBe(due);
  expect(seqs(reduce(state, { type: 'tick', now_ms: due - 1 }))).toEqual([1, 2]);
  expect(seqs(reduce(state, { type: 'tick', now_ms: due }))).toEqual([2]);
});

test('a changed retention moves the time of the messages already there', () => {
  const state = hear(entered([aMessage({ seq: 1 })]), { type: 'room_updated', room: aRoom({ retention_seconds: 60 }) });
  expect(nextTickMs(state)).toBe(T0 + 1000 + 60_000);
  expect(state.lines).toMatchObject([{ what: 'retention', seconds: 60, after_seq: 1 }]);
});

test('what retention has deleted goes from the screen', () => {
  const state = hear(entered([1, 2, 3].map((seq) => aMessage({ seq }))), { type: 'messages_expired', up_to_seq: 2 });
  expect(seqs(state)).toEqual([3]);
});

test('typing is shown for a while, or until the message', () => {
  const typing = hear(entered(), { type: 'typing', member_id: 'm-1' }, { type: 'typing', member_id: ME });
  expect([...typing.typing.keys()]).toEqual(['m-1']);
  expect(reduce(typing, { type: 'tick', now_ms: T0 + 6000 }).typing.size).toBe(0);
  expect(hear(typing, live(1)).typing.size).toBe(0);
});

test('people come and go, each told once', () => {
  const joined = { ...aMember({ id: 'm-2', nickname: 'Slow Tide' }) };
  const counts = { member_count: 3, online_count: 3 };
  const presence: ServerFrame = { type: 'presence', joined: [joined], left: [], online: [], offline: [], ...counts };
  const state = hear(entered(), presence, presence);
  expect(state.lines.map((line) => line.what)).toEqual(['joined']);
  expect(state.room?.member_count).toBe(3);
  const left = hear(state, {
    type: 'presence',
    joined: [],
    left: ['m-2', 'unknown'],
    online: [],
    offline: ['m-1'],
    member_count: 2,
    online_count: 1,
  });
  expect(left.lines.map((line) => line.what)).toEqual(['joined', 'left']);
  expect(left.members.get('m-1')?.online).toBe(false);
});

test('my own role is known when it changes', () => {
  const state = hear(entered(), { type: 'member_updated', member: aMember({ id: ME, role: 'moderator' }) });
  expect(state.me?.role).toBe('moderator');
});

test('who gets a role that nobody knew here is told of too: in large rooms only those with one are known', () => {
  const heir = aMember({ id: 'm-unknown', nickname: 'Slow Tide', role: 'owner' });
  const state = hear(entered(), { type: 'member_updated', member: heir }, { type: 'member_updated', member: heir });
  expect(state.lines).toMatchObject([{ what: 'made_owner', nickname: 'Slow Tide' }]);
});

test('when the owner is gone, everybody is told who owns the room now', () => {
  const owner = aMember({ id: 'm-owner', nickname: 'Low Bridge', role: 'owner' });
  const counts = { member_count: 2, online_count: 2 };
  const state = hear(
    entered(),
    { type: 'member_updated', member: owner },
    { type: 'member_updated', member: aMember({ role: 'owner' }) },
    { type: 'presence', joined: [], left: ['m-owner'], online: [], offline: [], ...counts },
  );
  expect(state.lines.map(({ what }) => what)).toEqual(['made_owner', 'made_owner', 'left']);
});

test('who owns the room since the connection was lost is told when it is back, below what was said meanwhile', () => {
  const back: ServerFrame = {
    type: 'welcome',
    protocol: 1,
    room: aRoom({ locked: true }),
    member: aMember({ id: ME }),
    members: [aMember({ role: 'owner' }), aMember({ id: 'm-new', nickname: 'Slow Tide' })],
    last_seq: 3,
    resumed_from: 1,
  };
  const state = hear(entered([aMessage({ seq: 1 })]), back);
  expect(state.lines).toMatchObject([
    { what: 'locked', after_seq: 3 },
    { what: 'made_owner', nickname: 'Salt Wind', after_seq: 3 },
  ]);
});

test('a report is open from the first word of it until it is resolved, and doesn’t open again', () => {
  const opened: ServerFrame = { type: 'report_opened', report_id: 'r1' };
  const state = hear(entered(), opened, opened, { type: 'report_opened', report_id: 'r2' });
  expect([...state.reports]).toEqual([
    ['r1', 'open'],
    ['r2', 'open'],
  ]);
  const resolved = hear(state, { type: 'report_resolved', report_ids: ['r1', 'r3'] }, opened);
  expect([...resolved.reports]).toEqual([
    ['r1', 'resolved'],
    ['r2', 'open'],
    ['r3', 'resolved'],
  ]);
});

test('whatever is lost, doubled or late, after a reconnection the list is the room’s', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`state seed ${seed}`);
  const act = fc.tuple(
    fc.constantFrom('post', 'post', 'post', 'edit', 'remove', 'react', 'expire'),
    fc.nat(30),
    fc.constantFrom('❤️', '👍'),
    fc.constantFrom('deliver', 'deliver', 'deliver', 'twice', 'late', 'lose'),
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: act },
    {
      weight: 1,
      arbitrary: fc.constantFrom('reconnect' as const, 'ask' as const, 'answer' as const, 'older' as const),
    },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 60 }), (pageMax, steps) => {
      const server = modelRoom(pageMax);
      let state = hear(EMPTY_STATE, ...server.greet(null));
      let late: ServerFrame[] = [];
      let asked: { give: Action } | null = null;
      const ask = (question: ReturnType<typeof nextQuestion>) => {
        if (question === null || asked !== null) return;
        state = reduce(state, { type: 'asked' });
        const page =
          question.of === 'after'
            ? server.after(question.after, question.limit)
            : server.before(question.before, question.limit);
        asked = { give: { type: 'answered', question, ...page } };
      };
      const answer = () => {
        if (asked === null) return;
        state = reduce(state, asked.give);
        asked = null;
      };
      const reconnect = () => {
        // An answer that belongs to the time before is dropped with the connection, as the client does.
        asked = null;
        late = [];
        state = hear(state, ...server.greet(state.log.coveredTo));
      };
      for (const one of steps) {
        if (one === 'reconnect') reconnect();
        else if (one === 'ask') ask(nextQuestion(state));
        else if (one === 'older') ask(olderQuestion(state));
        else if (one === 'answer') answer();
        else {
          const [what, index, emoji, how] = one;
          const target = server.pick(index);
          if (what !== 'post' && target === null) continue;
          const frames =
            what === 'post' || target === null
              ? server.post()
              : what === 'edit'
                ? server.edit(target)
                : what === 'remove'
                  ? server.remove(target)
                  : what === 'react'
                    ? server.react(target, emoji, 'm-1')
                    : server.expire(target);
          if (frames === null || how === 'lose') continue;
          if (how === 'late') late.push(frames);
          else state = hear(state, frames, ...(how === 'twice' ? [frames] : []), ...late.splice(0));
        }
      }
      reconnect();
      for (let round = 0; nextQuestion(state) !== null; round++) {
        expect(round).toBeLessThan(500);
        ask(nextQuestion(state));
        answer();
      }
      const visible = server.all().filter((message) => message.seq >= state.log.coveredFrom);
      const normal = (messages: readonly Message[]) =>
        messages.map((message) => ({
          ...message,
          reactions: message.reactions.toSorted((a, b) => (a.emoji < b.emoji ? -1 : 1)),
        }));
      expect(normal(state.log.messages)).toEqual(normal(visible));
    }),
    { seed, numRuns: 1000 },
  );
});
