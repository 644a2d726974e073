import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { ClientFrame, ServerFrame } from '../../protocol/frames.ts';
import type { SocketEvents } from './connection.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { modelRoom } from './model-room.ts';
import { createRoomClient } from './room-client.ts';
import { ME } from './samples.ts';

const PAGE_MAX = 7;

/** A server behind a network that loses sockets, frames on their way, and answers; its room is always right. */
function hostileHost(clock: FakeClock) {
  const room = modelRoom(PAGE_MAX);
  let events: SocketEvents | null = null;
  let isUp = true;
  const tell = (frame: ServerFrame) => events?.message(JSON.stringify(frame));
  const drop = (code = 1006) => {
    const gone = events;
    events = null;
    gone?.closed(code);
  };
  return {
    room,
    tell,
    drop,
    setUp: (up: boolean) => {
      isUp = up;
      if (!up) drop();
    },
    openSocket(url: string, opened: SocketEvents) {
      const after = new URL(url, 'ws://host').searchParams.get('after');
      clock.after(1, () => {
        if (!isUp) return opened.closed(1006);
        events = opened;
        for (const frame of room.greet(after === null ? null : Number(after))) tell(frame);
      });
      return {
        send(text: string) {
          const frame: ClientFrame = JSON.parse(text);
          if (opened !== events) return;
          if (frame.type === 'ping') tell({ type: 'pong', last_seq: room.all().at(-1)?.seq ?? 0 });
          if (frame.type !== 'chat_message') return;
          const known = room.all().find((message) => message.client_id === frame.client_id);
          tell(
            known === undefined
              ? room.post({ member_id: ME, content: frame.content, client_id: frame.client_id ?? null })
              : { type: 'chat_message', ...known },
          );
        },
        close() {
          if (events === opened) events = null;
        },
      };
    },
  };
}

test('on a network that breaks anywhere, what was written arrives once, in order, and the screen shows the room', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`room client seed ${seed}`);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('write', 'other') },
    { weight: 1, arbitrary: fc.constantFrom('break', 'down', 'up', 'lost', 'cut reply', 'leave') },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const clock = fakeClock();
      const host = hostileHost(clock);
      let kept: string | null = null;
      let nextId = 0;
      let written = 0;
      const client = createRoomClient({
        clock,
        random: () => 0.5,
        newId: () => `c${nextId++}`,
        drawer: {
          read: () => kept,
          write: (text) => {
            kept = text;
          },
        },
        url: (after) => `/ws/chat/CODE/${after === null ? '' : `?after=${after}`}`,
        openSocket: host.openSocket,
        probe: async () => 'try_again',
        listMessages: async ({ limit, before, after }) =>
          after === undefined ? host.room.before(before ?? 1, limit) : host.room.after(after, limit),
        onRefusal() {},
      });
      const settle = async () => {
        for (let turn = 0; turn < 8; turn++) await Promise.resolve();
      };
      for (const one of steps) {
        if (typeof one === 'number') clock.advance(one);
        else if (one === 'write') client.send(`mine ${written++}`, null);
        else if (one === 'other') host.tell(host.room.post());
        // Committed, and its frame never arrives.
        else if (one === 'lost') host.room.post();
        else if (one === 'break') host.drop();
        else if (one === 'leave') host.drop(1001);
        else if (one === 'cut reply') {
          client.send(`mine ${written++}`, null);
          host.drop();
        } else host.setUp(one === 'up');
        await settle();
      }
      host.setUp(true);
      for (let round = 0; round < 60; round++) {
        clock.advance(2_000);
        await settle();
      }
      const mine = host.room.all().filter((message) => message.member_id === ME);
      expect(mine.map((message) => message.content)).toEqual(Array.from({ length: written }, (_, i) => `mine ${i}`));
      const { state, unsent, status } = client.view();
      expect(status.name).toBe('open');
      expect(unsent).toEqual([]);
      const visible = host.room.all().filter((message) => message.seq >= state.log.coveredFrom);
      expect(state.log.messages).toEqual(visible);
      client.close();
    }),
    { seed, numRuns: 150 },
  );
});
